/** A value that the config gives, or that CloudFormation reads from an SSM parameter. */
export type Lookup<T> = { given: T } | { parameter: string };

/** Ids of the endpoints that a VPC has, by their keys in `ml_product.vpc_endpoint_ids`. */
export interface EndpointIds {
  s3: string;
  sagemaker_api: string;
  sagemaker_runtime: string;
  sts: string;
}

/** An SSM parameter of another stack that a deployment reads. */
export interface ReadParameter {
  name: string;
  /** What its value names, for people. */
  what: string;
  /** Who publishes it, for people. */
  publisher: string;
  /** What to do where it is not there, for people. */
  instead: string;
}

/** A VPC endpoint, as AWS knows it. */
export interface WantedEndpoint {
  /** Key of `ml_product.vpc_endpoint_ids`. */
  key: keyof EndpointIds;
  /** Full name of the service behind it, such as `com.amazonaws.us-west-2.sts`. */
  service: string;
  /** Reached by route tables; else it is an interface with private DNS, of which a VPC has one a service. */
  gateway: boolean;
  /** The id of one that the VPC has; absent where it is to be created. */
  id?: string;
}

/** Where new endpoints lie: all of it must be there, and belong to the VPC. */
export interface EndpointPlacement {
  vpc: Lookup<string>;
  subnets: Lookup<readonly string[]>;
  /** Absent where the stack makes one of its own. */
  securityGroup?: Lookup<string>;
  routeTables: readonly string[];
}

/**
 * What has to be in the account before an ML product's stack is touched, and is no part of it. Plain data, which the
 * program hands to the pre-check.
 */
export interface Prerequisites {
  parameters: readonly ReadParameter[];
  endpoints: readonly WantedEndpoint[];
  /** Where new endpoints lie; absent where none is made. */
  placement?: EndpointPlacement;
  /** The bucket that the code comes from; absent where the product has repositories. */
  sourceBucket?: string;
  /** ARNs of the account's roles and users that the policy of a new key names; absent where the product has no key. */
  keyAdministrators?: readonly string[];
}
