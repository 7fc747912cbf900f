import type { AwsClients } from "./clients";

/** SSM takes up to ten names a call. */
const PARAMETERS_PER_CALL = 10;

/** Values of the parameters that exist, by their names. Throws the SDK's errors. */
export async function parameterValues(
  aws: AwsClients,
  names: readonly string[],
): Promise<Record<string, string>> {
  const ssm = await aws.ssm();
  const chunks: string[][] = [];
  for (let start = 0; start < names.length; start += PARAMETERS_PER_CALL) {
    chunks.push(names.slice(start, start + PARAMETERS_PER_CALL));
  }
  const pages = await Promise.all(chunks.map((Names) => ssm.getParameters({ Names })));
  return Object.fromEntries(
    pages.flatMap(({ Parameters = [] }) => Parameters.map(({ Name = "", Value = "" }) => [Name, Value])),
  );
}
