import { minimumRetention } from "../retention";
import type { MlCheck } from "./check";

/** Logs are kept at least as long as the compliance framework says. */
export const checkRetention: MlCheck = ({ config: { ml_product: product }, report }) => {
  const days = product?.log_retention_days;
  const framework = product?.compliance_framework;
  if (days === undefined || framework === undefined) return;
  const least = minimumRetention(framework);
  if (days >= least) return;
  const message = `${days} days are fewer than the ${least} that ${framework} asks for`;
  report(["ml_product", "log_retention_days"], "value", message, `write ${least}, or leave it out`);
};
