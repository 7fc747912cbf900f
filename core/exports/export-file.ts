/** A resource of the environment as it is exported for review: one JSON file, named after the resource. */
export interface ExportFile {
  /** The resource's name in AWS. */
  name: string;
  /** Keys as CloudFormation names them, and after their example where CloudFormation has none. */
  document: Record<string, unknown>;
}
