import { renderDocument } from "../../template/render-document";
import { renderTags } from "../../template/render-resources";
import { NOTHING, type TemplateFamily } from "./family";

/** Logical id of the product's key. */
export const KEY_LOGICAL_ID = "KmsKey";

/** Logical id of the key's alias. */
export const KEY_ALIAS_LOGICAL_ID = "KmsKeyAlias";

/** Days for which a deleted key can be had back: the most that KMS takes, since what it encrypted is lost with it. */
const PENDING_WINDOW_DAYS = 30;

/** The customer-managed key of an enterprise product, and the alias by which the roles' policies know it. */
export const renderKey: TemplateFamily = ({ key, tags, stem }) => {
  if (key === undefined) return NOTHING;
  return {
    resources: {
      [KEY_LOGICAL_ID]: {
        Type: "AWS::KMS::Key",
        // KMS refuses a policy that names a role which is not there.
        DependsOn: [...key.users],
        Properties: {
          Description: `Artifacts of ${stem}`,
          EnableKeyRotation: true,
          KeyPolicy: renderDocument(key.policy),
          PendingWindowInDays: PENDING_WINDOW_DAYS,
          Tags: renderTags(tags),
        },
      },
      [KEY_ALIAS_LOGICAL_ID]: {
        Type: "AWS::KMS::Alias",
        Properties: { AliasName: key.alias, TargetKeyId: { Ref: KEY_LOGICAL_ID } },
      },
    },
    outputs: [{ key: "KmsKeyArn", description: "Key ARN", value: { "Fn::GetAtt": [KEY_LOGICAL_ID, "Arn"] } }],
  };
};
