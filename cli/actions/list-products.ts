import { isDeepStrictEqual } from "node:util";
import { ML_TIERS } from "../../core/ml/config/tiers";
import { action } from "../action";
import { combinationOf, type ShippedProduct, shippedProducts } from "../shipped-products";

type Listed = ShippedProduct & {
  /** Whether the config that was named is of this combination. */
  current: boolean;
};

function words({ sourceControl, vpcMode, vpcSource, workload, routeTables }: Listed): string {
  const vpc = [vpcMode, vpcSource].filter((word) => word !== undefined);
  const more = [...(workload ? ["workload"] : []), ...(routeTables ? ["route tables"] : [])];
  return [sourceControl, ...vpc, ...more].join(", ");
}

/** Says which combinations of an ML product there are, each with its example config. */
export const listProducts = action<{ products: Listed[] }>({
  id: "list-products",
  title: "List the ML products",
  summary: "List every combination of an ML product that there is an example config of",
  options: [],
  effect: "local",
  runMl: ({ config }) => {
    const own = combinationOf(config);
    const products = shippedProducts().map((product) => {
      const { file, ...combination } = product;
      return { file, ...combination, current: isDeepStrictEqual(combination, own) };
    });
    return { products };
  },
  describe: ({ products }) =>
    ML_TIERS.flatMap((tier) => {
      const those = products.filter((product) => product.tier === tier);
      const width = Math.max(...those.map((product) => words(product).length));
      return [
        `${tier} (${those.length})`,
        ...those.map((product) => {
          const mark = product.current ? "*" : " ";
          return ` ${mark} ${words(product).padEnd(width)}  configs/ml/${product.file}`;
        }),
      ];
    }),
});
