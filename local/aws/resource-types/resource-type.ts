import type { ResourceHandler } from "../resource-handler";

/** A handler with what CloudFormation has to know of its type beside the handling. */
export interface ResourceType extends ResourceHandler {
  /** The property that holds the identifier, or those that do, joined by `|`. */
  primaryIdentifier: string | readonly string[];
  /** The property that names the resource, which is generated where a template leaves it out. */
  nameProperty?: { name: string; maxLength: number; lowerCase?: boolean };
  /** CloudFormation's physical id for an identifier, for types where the two differ; the handler then takes either. */
  physicalId?(identifier: string): string;
  /** How tags are written, for types that have them. */
  tags?: "list" | "map";
  /** Whether creating it needs CAPABILITY_IAM, or CAPABILITY_NAMED_IAM where it is named. */
  needsIamCapability?: boolean;
  /** Attributes that Fn::GetAtt has beside the read-only properties. */
  extraAttributes?: readonly string[];
  /** True for the types of which AWS's registry has no handlers to read and to list. */
  unreadable?: boolean;
  /** Where AWS's drift detection sees less than the handler reads (aws-cloudformation/cloudformation-coverage-roadmap). */
  drift?: {
    notCompared?: readonly string[];
    /** Lists in which what was added beside the template's items is not seen. */
    additionsUnseen?: readonly string[];
    /** Lists whose order means nothing. */
    unordered?: readonly string[];
  };
}
