"use strict";
process.on("exit", () => process.stderr.write(`peak memory: ${process.resourceUsage().maxRSS} KiB\n`));
