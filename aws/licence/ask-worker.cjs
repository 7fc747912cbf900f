"use strict";
const { join } = require("node:path");

// As bin/tierguard.cjs: the project's own settings, whatever folder the command is called in.
process.env.TSX_TSCONFIG_PATH = join(__dirname, "..", "..", "tsconfig.json");
require("tsx/cjs");

require("./answer-parent");
