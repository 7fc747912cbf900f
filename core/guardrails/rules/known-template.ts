import { own } from "../../config/source";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { subjectPolicies } from "../judge-policies";
import { POLICY_PROPERTIES } from "../resource-policies";
import { type JudgedTemplate, type Subject } from "../subject";
import { nameOf } from "../template-principals";

/** Types that bring in resources which the template does not show. */
const HIDING_TYPES =
  /^(AWS::CloudFormation::(Stack|StackSet|Macro|CustomResource|ModuleDefaultVersion)|Custom::.*|.*::MODULE)$/;

/** Whatever can't be seen at preview can't be judged: it is refused. */
export const knownTemplate = guardrail({
  name: "known-template",
  forbids:
    "Deploying what a preview can't show: unknown templates, macros, nested stacks, values left open in IAM and in the policies of resources.",
  why: "What is not known before the deployment is judged by nobody: it would get past every other guardrail.",
  remediation: "Make the template from config alone, with its text in the program and its names written out.",
  examples: {
    bad: "templateBody: bucket.arn.apply((arn) => makeTemplate(arn))",
    good: "templateBody: makeTemplate(config)",
  },
  enforcement: "mandatory",
  options: {},
  judge(subject, context) {
    const { hidden = [], template } = subject;
    if (hidden.length === 0 && template === undefined) return notApplicable("there is no template");
    return verdictOf([
      ...hidden.map(({ why, instead }) => ({ principals: [], path: [], message: why, instead })),
      ...(template === undefined ? [] : transforms(template)),
      ...hidingResources(subject),
      ...openValues(subject),
      ...(subjectPolicies(subject, context)?.bad ?? []).map(({ holder, name, path, why }) => ({
        principals: [holder],
        policy: name,
        path,
        message: `is no policy document: ${why}`,
        instead: "write Version and Statement, as IAM's grammar has them",
      })),
    ]);
  },
});

function transforms({ raw }: JudgedTemplate): Violation[] {
  if (own(raw, "Transform") === undefined) return [];
  const message = "a macro rewrites the template while it is deployed: nobody knows what will be made";
  return [{ principals: [], path: ["Transform"], message, instead: "write out what the macro makes" }];
}

function hidingResources(subject: Subject): Violation[] {
  return (subject.template?.resources ?? [])
    .filter(({ type }) => HIDING_TYPES.test(type))
    .map((resource) => ({
      principals: [nameOf(resource)],
      path: resource.path,
      message: `${resource.type} makes resources that the template does not show`,
      instead: "write the resources into this template",
    }));
}

/** Properties that other guardrails go by, beside those of IAM. */
const JUDGED_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  "AWS::CodePipeline::Pipeline": ["Name", "Stages"],
  "AWS::S3::Bucket": ["BucketName"],
  "AWS::S3::BucketPolicy": ["Bucket"],
  "AWS::SNS::Topic": ["TopicName"],
  "AWS::SNS::TopicPolicy": ["Topics"],
};

function isJudged(type: string, property: string): boolean {
  return (
    type.startsWith("AWS::IAM::") ||
    own(POLICY_PROPERTIES, type) === property ||
    own(JUDGED_PROPERTIES, type)?.includes(property) === true
  );
}

function openValues(subject: Subject): Violation[] {
  const resources = new Map(
    (subject.template?.resources ?? []).map((resource) => [resource.logicalId, resource]),
  );
  return (subject.template?.open ?? []).flatMap(({ logicalId, property, why }) => {
    const resource = resources.get(logicalId);
    if (resource === undefined || !isJudged(resource.type, property)) return [];
    return {
      principals: [nameOf(resource)],
      path: [...resource.path, "Properties", property],
      message: `${property} is not known before the deployment: ${why}`,
      instead: "write the value out, or give the parameter in the stack's inputs",
    };
  });
}
