import type { Answer } from "../answer";
import type { BucketState } from "../look-at-bucket";

/** A part of a VPC: a subnet, security group or route table. */
export interface VpcPart {
  id: string;
  vpcId: string;
  /** Availability zone of a subnet. */
  zone?: string;
}

/** An endpoint that there is. */
export interface ExistingEndpoint {
  id: string;
  vpcId: string;
  /** Full name of the service behind it. */
  service: string;
  /** Reached by route tables; else it is an interface. */
  gateway: boolean;
  /** Whether it answers by the service's own name. */
  privateDns: boolean;
}

/** What there is of the places in which new endpoints are to lie. */
export interface PlacementFindings {
  /** Absent where no id is known to look for. */
  vpcId?: string;
  subnetIds?: readonly string[];
  securityGroupId?: string;
  /** Those that exist, of those that were looked for. */
  vpcs: Answer<readonly string[]>;
  /** Attributes that private DNS needs and the VPC has not; absent where no VPC is known. */
  missingDns?: Answer<readonly string[]>;
  subnets: Answer<readonly VpcPart[]>;
  securityGroups: Answer<readonly VpcPart[]>;
  routeTables: Answer<readonly VpcPart[]>;
}

/** What was found of a role or user that is to administer the product's key. */
export interface FoundAdministrator {
  /** As the config has it. */
  arn: string;
  /** The ARN of the role or user of that name; undefined where there is none. */
  found: Answer<string | undefined>;
}

/** What there is of what an ML product relies on. */
export interface PrerequisiteFindings {
  /** Absent where the product has no key. */
  keyAdministrators?: readonly FoundAdministrator[];
  /** Values of the parameters that exist, by name. */
  parameters: Answer<Readonly<Record<string, string>>>;
  /** Absent where no endpoint is made. */
  placement?: PlacementFindings;
  /** Those of the VPC, or those that are reused; absent where the product has none. */
  endpoints?: Answer<readonly ExistingEndpoint[]>;
  /** Absent where the code comes from no bucket. */
  source?: {
    bucket: Answer<BucketState>;
    /** Absent where there is no bucket to be asked. */
    versioned?: Answer<boolean>;
  };
}
