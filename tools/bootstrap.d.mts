/** True when what is installed in the folder is not what its lock file says. */
export function needsInstall(dir?: string): boolean;
