/** Writes the folder anew: the pack as it can be published. */
export function bundle(folder: string): Promise<void>;
