import type { ParameterTier, ParameterType } from "@aws-sdk/client-ssm";
import type { Properties } from "../../core/drift/canonical-properties";
import type { AwsClients } from "../clients";

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/**
 * Puts a parameter back whose type was changed, which Parameter Store does only for a new one: it is deleted and made
 * again under the same name, by which the stack knows it. Throws the SDK's errors.
 * @param wanted In canonical form, with what the stack's id is filled in.
 */
export async function remakeParameter(aws: AwsClients, Name: string, wanted: Properties): Promise<void> {
  const ssm = await aws.ssm();
  const tags = Object.entries(wanted.Tags as Record<string, string>);
  await ssm.deleteParameter({ Name });
  await ssm.putParameter({
    Name,
    Value: text(wanted.Value),
    Type: text(wanted.Type) as ParameterType | undefined,
    Description: text(wanted.Description),
    DataType: text(wanted.DataType),
    AllowedPattern: text(wanted.AllowedPattern),
    Policies: text(wanted.Policies),
    Tier: text(wanted.Tier) as ParameterTier | undefined,
    ...(tags.length === 0 ? {} : { Tags: tags.map(([Key, Value]) => ({ Key, Value })) }),
  });
}
