/** Names in a config are snake_case; underscores become hyphens in the names of AWS resources. */
export const CONFIG_NAME_PATTERN = "^[a-z][a-z0-9]*(_[a-z0-9]+)*$";

/** Names of security profiles: the tier and the number of its groups, such as `startup-5`. */
export const PROFILE_NAME_PATTERN = "^[a-z]+-[0-9]{1,3}$";
