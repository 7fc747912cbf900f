//go:build tools

// Package engine pins the Pulumi CLI that is built where its official download cannot be had.
package engine

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
