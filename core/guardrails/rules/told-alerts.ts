import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { type JudgedResource, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";
import { valueText } from "../../value-text";

/** Alerts reach whom the config names, and nobody else. */
export const toldAlerts = guardrail({
  name: "told-alerts",
  forbids:
    "Topics of a product that nobody is subscribed to, and subscriptions of others than the config's alerts_email.",
  why: "An alert that goes to nobody warns nobody; one that goes to somebody else tells them where it hurts.",
  remediation: "Subscribe ml_product.alerts_email to each topic, and nobody else.",
  examples: {
    bad: "Endpoint: somebody@example.org",
    good: "Endpoint: ml-alerts@example.com, as alerts_email has it",
  },
  enforcement: "mandatory",
  options: {},
  judge(subject, { environment }) {
    const email = environment?.product?.alertsEmail;
    if (email === undefined) return notApplicable("the config names nobody who is told");
    if (subject.template?.whole !== true) return notApplicable("there is no whole template");
    const subscriptions = resourcesOf(subject, "AWS::SNS::Subscription");
    const strangers = subscriptions.filter(({ properties }) => properties.Endpoint !== email);
    const untold = resourcesOf(subject, "AWS::SNS::Topic").filter(
      (topic) => !subscriptions.some((subscription) => isOf(subscription, topic)),
    );
    return verdictOf([
      ...strangers.map(({ logicalId, path }): Violation => ({
        principals: [logicalId],
        path: [...path, "Properties", "Endpoint"],
        message: `alerts go to another address than the config's ${email}`,
        instead: this.remediation,
      })),
      ...untold.map((topic): Violation => ({
        principals: [nameOf(topic)],
        path: topic.path,
        message: "nobody is subscribed to the topic",
        instead: this.remediation,
      })),
    ]);
  },
});

function isOf({ properties }: JudgedResource, topic: JudgedResource): boolean {
  const named = valueText(properties.TopicArn);
  return named === `\${${topic.logicalId}}` || named.endsWith(`:${nameOf(topic)}`);
}
