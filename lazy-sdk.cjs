"use strict";
// Keeps out of every run what the Pulumi SDK loads and this program never uses, which is most of the SDK's time.
const Module = require("node:module");

// What serialises closures (the TypeScript compiler, npm's package tree), and the Automation API: loaded when, and only
// if, something of them is used.
const UNUSED = new Set([
  "../../typescript-shim",
  "@npmcli/arborist",
  "normalize-package-data",
  "./automation",
]);
const THEIR_USERS = /[\\/]@pulumi[\\/]pulumi[\\/](index\.js$|runtime[\\/]closure[\\/])/;

const REPLACED = {
  // Translates every stack trace that the SDK notes down, dozens a run. Node does so itself for those that are shown,
  // since tsx turns its support of source maps on.
  "source-map-support/register": {},
  // Starts V8's debugger before the program, only to serialise closures; what does so starts it where it is not started.
  "../../runtime/closure/v8Hooks": { isInitializedAsync: () => Promise.resolve() },
};

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
  if (Object.hasOwn(REPLACED, request)) return REPLACED[request];
  const loadNow = () => load.call(this, request, parent, isMain);
  return UNUSED.has(request) && THEIR_USERS.test(parent?.filename ?? "") ? lazily(loadNow) : loadNow();
};
