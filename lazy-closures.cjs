"use strict";
// The Pulumi SDK can serialise closures, for which it loads the TypeScript compiler and npm's package tree whenever it
// is imported: four fifths of its loading time. This program serialises none, so that they are loaded when, and only
// if, something of them is used.
const Module = require("node:module");

const HEAVY = new Set(["../../typescript-shim", "@npmcli/arborist", "normalize-package-data"]);
const CLOSURES = /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]closure[\\/]/;

function lazily(load) {
  let loaded;
  const real = () => (loaded ??= load());
  return new Proxy(function () {}, {
    get(_, key) {
      // Tells the SDK's compiled import helpers to use this object as it is, instead of copying what it holds.
      if (key === "__esModule") return true;
      return key === "default" ? (real().default ?? real()) : real()[key];
    },
    has: (_, key) => key in real(),
    apply: (_, self, args) => Reflect.apply(real(), self, args),
    construct: (_, args) => Reflect.construct(real(), args),
  });
}

const load = Module._load;
Module._load = function (request, parent, isMain) {
  const loadNow = () => load.call(this, request, parent, isMain);
  return HEAVY.has(request) && CLOSURES.test(parent?.filename ?? "") ? lazily(loadNow) : loadNow();
};
