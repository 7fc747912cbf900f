"use strict";
// Pulumi's runner of policy packs always loads the TypeScript compiler, which takes longer than all the rest of a
// preview, and checks types. tsx loads the pack's files instead, as it does the program's.
const Module = require("node:module");

const REPLACED = {
  "ts-node": { register: () => undefined, VERSION: "tsx" },
  typescript: { version: "5.0.0" },
};
const ITS_USERS = /[\\/]@pulumi[\\/]pulumi[\\/](tsutils|cmd[\\/]run-policy-pack[\\/]run)\.js$/;

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  const replaced = Object.hasOwn(REPLACED, request) && ITS_USERS.test(parent?.filename ?? "");
  return replaced ? request : resolveFilename.call(this, request, parent, ...rest);
};
const load = Module._load;
Module._load = function (request, parent, isMain) {
  const replaced = Object.hasOwn(REPLACED, request) && ITS_USERS.test(parent?.filename ?? "");
  return replaced ? REPLACED[request] : load.call(this, request, parent, isMain);
};
require("../../lazy-sdk.cjs");
require("../../register-tsx.cjs");
