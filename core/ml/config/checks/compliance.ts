import type { MlCheck } from "./check";

/** The log group of the account's trail is named where it is watched, and nowhere else. */
export const checkCompliance: MlCheck = ({ config: { ml_product: product }, report }) => {
  const compliance = product?.compliance;
  if (compliance === undefined) return;
  const path = ["ml_product", "compliance", "log_group_name"];
  const given = Object.hasOwn(compliance, "log_group_name");
  if (compliance.trail === "account" && !given) {
    const hint = "name the log group to which the account's trail delivers";
    report(path, "key", "log_group_name is missing, which trail: account needs", hint);
  }
  if (compliance.trail === "create" && given) {
    const message = "log_group_name belongs to trail: account, and the trail is created";
    report(path, "key", message, "remove it, or write trail: account");
  }
};
