import { filledIn } from "../catalogue/filled-in";
import { placeholderValues, substitutePlaceholders } from "../catalogue/placeholders";
import type { PolicyTemplate } from "../catalogue/policy-template";
import { partitionOf } from "../naming/partition";
import { pascalCase } from "../naming/stack-names";
import type { Blueprint, Grant, PrincipalBlueprint } from "../security/blueprint";
import type { PolicyDocument } from "../security/policy-document";
import { policySize } from "../security/policy-size";
import { byText } from "../text-order";
import type { StatementWords } from "../wording/statement-words";
import { folderTitle, statementsInWords, type ViewSources } from "./environment-view";

/** A group or role that has a policy, and how. */
export interface Holder {
  configName: string;
  kind: "group" | "role";
  placement: "inline" | "managed";
}

/** One policy document, whoever wrote it, as this environment has it or would have it. */
export interface DocumentView {
  /** Letters and digits, unique in the report. */
  id: string;
  title: string;
  /** The file of the catalogue, or the path in the config. */
  source: string;
  characters: number;
  statements: StatementWords[];
  /** The document with all values filled in, as indented JSON. */
  json: string;
  holders: Holder[];
}

/** A template of the catalogue. */
export interface TemplateView extends DocumentView {
  description: string;
  audience: string;
  cannot: string[];
}

/** The templates of one folder of the catalogue. */
export interface ServiceView {
  /** Name of the folder. */
  id: string;
  title: string;
  templates: TemplateView[];
}

/** All policies: the catalogue's, those that the config states itself, and AWS's own. */
export interface CatalogueView {
  services: ServiceView[];
  own: DocumentView[];
  awsManaged: { name: string; holders: Holder[] }[];
}

/** The whole catalogue, and what the environment uses of it. @throws InvalidInputError where a template is not valid. */
export function catalogueView(sources: ViewSources): CatalogueView {
  const { blueprint, catalogue } = sources;
  const templates = catalogue.templates.map((template) => templateView(sources, template));
  const services = Object.keys(catalogue.index).map((service) => ({
    id: service,
    title: folderTitle(service),
    templates: templates.filter(({ service: of }) => of === service).map(({ view }) => view),
  }));
  return { services, own: ownDocuments(sources), awsManaged: awsManaged(blueprint) };
}

function principals({ groups, roles }: Blueprint): { kind: Holder["kind"]; principal: PrincipalBlueprint }[] {
  return [
    ...groups.map((principal) => ({ kind: "group" as const, principal })),
    ...roles.map((principal) => ({ kind: "role" as const, principal })),
  ];
}

function holdersOf(blueprint: Blueprint, has: (grant: Grant) => boolean): Holder[] {
  return principals(blueprint).flatMap(({ kind, principal }) =>
    principal.grants.filter(has).map(({ name }): Holder => {
      const inline = principal.inlinePolicies.some((policy) => policy.name === name);
      return { configName: principal.configName, kind, placement: inline ? "inline" : "managed" };
    }),
  );
}

function documentView(
  sources: ViewSources,
  { document, ...named }: { id: string; title: string; source: string; document: PolicyDocument },
): Omit<DocumentView, "holders"> {
  const partition = partitionOf(sources.blueprint.config.environment.region);
  return {
    ...named,
    characters: policySize(document),
    statements: statementsInWords(sources, document),
    json: JSON.stringify(document, undefined, 2).replaceAll("${AWS::Partition}", partition),
  };
}

function templateView(
  sources: ViewSources,
  { service, id, slug, document, description, audience, cannot }: PolicyTemplate,
): { service: string; view: TemplateView } {
  const { blueprint } = sources;
  const values = placeholderValues(blueprint.config);
  const fill = (text: string) => substitutePlaceholders(text, values);
  const file = [id, slug].filter((word) => word !== "").join("-");
  const view: TemplateView = {
    ...documentView(sources, {
      id: `Template${pascalCase(service)}${pascalCase(id)}`,
      title: file,
      source: `policy-templates/${service}/${file}.yaml`,
      document: { ...document, Statement: document.Statement.map((each) => filledIn(each, fill)) },
    }),
    description,
    audience,
    cannot,
    holders: holdersOf(blueprint, ({ template }) => template?.service === service && template.id === id),
  };
  return { service, view };
}

/** Every document that the config states itself; the right to assume roles is one of them. */
function ownDocuments(sources: ViewSources): DocumentView[] {
  const { blueprint } = sources;
  return principals(blueprint).flatMap(({ principal }) =>
    principal.grants
      .filter(({ template }) => template === undefined)
      .map(({ name, source, document }, index) => ({
        ...documentView(sources, {
          id: `Own${principal.logicalId}${index + 1}`,
          title: `${name} of ${principal.configName}`,
          source,
          document,
        }),
        holders: holdersOf(blueprint, (grant) => grant.source === source),
      })),
  );
}

function awsManaged(blueprint: Blueprint): CatalogueView["awsManaged"] {
  const all = principals(blueprint);
  const names = new Set(all.flatMap(({ principal }) => principal.awsManagedPolicies));
  return [...names].sort(byText).map((name) => ({
    name,
    holders: all
      .filter(({ principal }) => principal.awsManagedPolicies.includes(name))
      .map(({ kind, principal }) => ({ configName: principal.configName, kind, placement: "managed" })),
  }));
}
