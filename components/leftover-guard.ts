import * as pulumi from "@pulumi/pulumi";

/** What the pre-check's and the stack's resource options need where a leftover may have to give way. */
export interface LeftoverGuard {
  /** For the pre-check: notes whether this run removes what a failed first creation left behind. */
  preflightHooks: pulumi.ResourceHookBinding;
  /** For the stack: lifts `protect` in that run alone, as what is replaced is gone already. */
  stackTransforms: pulumi.ResourceTransform[];
}

/**
 * A protected stack can't be replaced, and a failed first creation can leave a state of it that only a replacement
 * gets rid of. The engine allows unprotecting and replacing in one run.
 */
export function guardLeftover(name: string): LeftoverGuard {
  let removesLeftover = false;
  const note = new pulumi.ResourceHook(
    `${name}-leftover`,
    ({ newInputs, oldInputs }) => {
      const before: unknown = oldInputs?.leftoverStackId ?? "";
      removesLeftover = newInputs?.leftoverStackId !== before;
    },
    { onDryRun: true },
  );
  return {
    preflightHooks: { beforeCreate: [note], beforeUpdate: [note] },
    stackTransforms: [
      ({ props, opts }) => (removesLeftover ? { props, opts: { ...opts, protect: false } } : undefined),
    ],
  };
}
