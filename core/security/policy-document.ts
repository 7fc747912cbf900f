/** One statement of an IAM policy, in the form that rendering writes: lists are always lists. */
export interface Statement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Principal?: "*" | Record<string, string | string[]>;
  Action: string[];
  Resource?: string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** An IAM policy document; ARNs in it hold `${AWS::Partition}` where the partition goes. */
export interface PolicyDocument {
  Version: "2012-10-17";
  Statement: Statement[];
}
