import type { StackWish } from "../automation/open-stack";
import { type DeploymentTarget, templateObject } from "./target";

function quoted(text: string): string {
  return /^[\w+=,.@:/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Commands that remove a test copy: ours, which leaves nothing, and the plain ones of AWS, which leave the Pulumi state. */
export function removalCommands(target: DeploymentTarget, { file, stack }: StackWish): string[] {
  const { blueprint, config } = target;
  const which = stack === undefined ? `--config ${quoted(file)}` : `--stack ${quoted(stack)}`;
  const object = templateObject(target);
  const copy = `${which} --test-suffix ${config.testSuffix} --force`;
  return [
    target.product === "ml"
      ? `tierguard delete-product ${copy} --empty-buckets --delete-model-packages`
      : `tierguard delete-stack ${copy}`,
    `aws cloudformation delete-stack --stack-name ${blueprint.stackName} --region ${config.environment.region}`,
    ...(object === undefined ? [] : [`aws s3 rm s3://${object.bucket}/${object.key}`]),
  ];
}
