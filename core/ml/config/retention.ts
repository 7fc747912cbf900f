import { own } from "../../config/source";

/** Frameworks that say how long logs are kept. */
export const COMPLIANCE_FRAMEWORKS = ["general", "pci-dss", "soc2", "hipaa"] as const;

/** A framework that says how long logs are kept. */
export type ComplianceFramework = (typeof COMPLIANCE_FRAMEWORKS)[number];

/** Fewest days that logs are kept, under no framework. */
export const MINIMUM_RETENTION_DAYS = 90;

/** Most days that CloudWatch Logs takes short of never expiring. */
export const MAXIMUM_RETENTION_DAYS = 3653;

/** Fewest days by framework: PCI DSS 10.5.1 and SOC 2 practice one year, HIPAA (45 CFR 164.316(b)(2)) six. */
const BY_FRAMEWORK: Readonly<Record<ComplianceFramework, number>> = {
  general: MINIMUM_RETENTION_DAYS,
  "pci-dss": 365,
  soc2: 365,
  hipaa: 2190,
};

/** The numbers of days from 90 on that CloudWatch Logs takes (its API reference, PutRetentionPolicy). */
const TAKEN = [
  90,
  120,
  150,
  180,
  365,
  400,
  545,
  731,
  1096,
  1827,
  2192,
  2557,
  2922,
  3288,
  MAXIMUM_RETENTION_DAYS,
] as const;

/** Fewest days that a framework lets logs be kept. */
export function minimumRetention(framework: ComplianceFramework = "general"): number {
  return own(BY_FRAMEWORK, framework) ?? MINIMUM_RETENTION_DAYS;
}

/** How long the logs of a product are kept. */
export interface Retention {
  /** Days that the config asks for, or else its framework. */
  asked: number;
  /** The next number of days that CloudWatch Logs takes. */
  days: number;
}

/** How long the logs of a product are kept, by section `ml_product`. */
export function retentionOf(product: {
  compliance_framework?: ComplianceFramework;
  log_retention_days?: number;
}): Retention {
  const asked = product.log_retention_days ?? minimumRetention(product.compliance_framework);
  return { asked, days: TAKEN.find((days) => days >= asked) ?? MAXIMUM_RETENTION_DAYS };
}
