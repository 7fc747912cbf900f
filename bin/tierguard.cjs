#!/usr/bin/env node
"use strict";
const { join } = require("node:path");

const root = join(__dirname, "..");
// Without this, tsx would take the tsconfig.json of whatever folder the command is called in.
const before = process.env.TSX_TSCONFIG_PATH;
process.env.TSX_TSCONFIG_PATH = join(root, "tsconfig.json");
require("../register-tsx.cjs");
if (before === undefined) delete process.env.TSX_TSCONFIG_PATH;
else process.env.TSX_TSCONFIG_PATH = before;

void require("../cli/main").main(process.argv.slice(2));
