"use strict";
// Lets Node load the project's TypeScript as it is, by tsx. Only .ts files go through it: left to itself, tsx also
// reads through every JavaScript file of node_modules, which doubles the time that loading the Pulumi SDK takes.
const Module = require("node:module");

const ownLoaders = { ...Module._extensions };
const ownResolve = Module._resolveFilename;
require("tsx/cjs");
Object.assign(Module._extensions, ownLoaders);
Module._resolveFilename = ownResolve;
