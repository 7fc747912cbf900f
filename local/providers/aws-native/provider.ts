import { CloudControlClient } from "@aws-sdk/client-cloudcontrol";
import { checkAccount, type ClientDefaults, clientSettings } from "../aws-clients";
import type { Provider } from "../provider";
import { CloudControlResource } from "./cloud-control";
import { StackResource } from "./stack";

/** Stands in for pulumi-aws-native, with the one resource type that Tierguard deploys through it. */
export function awsNativeProvider(defaults: ClientDefaults): Provider {
  return {
    name: "aws-native",
    version: "1.79.0",
    checkConfig: () => [],
    async configure(config) {
      const settings = clientSettings(config, defaults);
      await checkAccount(config, settings);
      const stacks = new CloudControlResource(new CloudControlClient(settings), "AWS::CloudFormation::Stack");
      return { "aws-native:cloudformation:Stack": new StackResource(stacks) };
    },
  };
}
