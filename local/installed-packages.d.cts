/** What keeps `node_modules` from being what `package-lock.json` asks for, or undefined where nothing does. */
export declare function whyNotInstalled(projectDir: string): string | undefined;
