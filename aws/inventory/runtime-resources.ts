import type { AwsClients } from "../clients";

/** Something that a product's deploy pipeline made: no stack holds it. */
export interface RuntimeResource {
  kind: "endpoint" | "endpoint config" | "model";
  name: string;
  /** The command that removes it. */
  removeWith: string;
}

/** SageMaker pages by a token in all its lists. */
async function named<Page extends { NextToken?: string | undefined }>(
  list: (paging: { NextToken: string | undefined }) => Promise<Page>,
  namesOf: (page: Page) => (string | undefined)[],
): Promise<string[]> {
  const names: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await list({ NextToken });
    names.push(...namesOf(page).filter((name) => name !== undefined));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return names;
}

/**
 * The endpoints, endpoint configs and models whose names begin with a prefix and a hyphen, in the order in which they
 * have to be removed. Throws the SDK's errors.
 */
export async function runtimeResources(aws: AwsClients, prefix: string): Promise<RuntimeResource[]> {
  const sageMaker = await aws.sageMaker();
  const NameContains = `${prefix}-`;
  const [endpoints, configs, models] = await Promise.all([
    named(
      (paging) => sageMaker.listEndpoints({ ...paging, NameContains }),
      ({ Endpoints = [] }) => Endpoints.map(({ EndpointName }) => EndpointName),
    ),
    named(
      (paging) => sageMaker.listEndpointConfigs({ ...paging, NameContains }),
      ({ EndpointConfigs = [] }) => EndpointConfigs.map(({ EndpointConfigName }) => EndpointConfigName),
    ),
    named(
      (paging) => sageMaker.listModels({ ...paging, NameContains }),
      ({ Models = [] }) => Models.map(({ ModelName }) => ModelName),
    ),
  ]);
  const made = (kind: RuntimeResource["kind"], names: readonly string[]) =>
    names
      .filter((name) => name.startsWith(NameContains))
      .map((name) => {
        const noun = kind.replace(" ", "-");
        const which = `--${noun}-name ${name} --region ${aws.region}`;
        return { kind, name, removeWith: `aws sagemaker delete-${noun} ${which}` };
      });
  return [...made("endpoint", endpoints), ...made("endpoint config", configs), ...made("model", models)];
}
