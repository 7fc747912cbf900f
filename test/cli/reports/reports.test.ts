import assert from "node:assert/strict";
import { deploymentReportPath } from "../../../cli/reports/deployment-report";
import { escapeText } from "../../../cli/reports/render-page";
import { shippedConfigNames } from "../../core/shipped-configs";
import { tierSources } from "../../core/reports/tier-blueprint";
import { hostileSources, PAYLOAD } from "./hostile";
import { below, elementsOf, type PageElement, readPage } from "./page";
import { deploymentData, sampleReports } from "./sample-reports";

const ELEMENTS = new Set(
  (
    "a article body br caption code dd details div dl dt figure footer g h1 h2 h3 h4 head header html li main meta nav " +
    "p path pre rect section span strong style summary svg table tbody td text th thead time title tr ul"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  (
    "aria-hidden aria-label aria-labelledby charset class colspan content d datetime height href http-equiv id lang name " +
    "preserveAspectRatio role rx scope tabindex viewBox width x y"
  ).split(" "),
);

function assertInert(elements: readonly PageElement[]): void {
  for (const { name, attributes } of elements) {
    assert.ok(ELEMENTS.has(name), `<${name}>`);
    for (const [attribute, value] of Object.entries(attributes)) {
      assert.ok(ATTRIBUTES.has(attribute), `<${name} ${attribute}>`);
      if (attribute === "href") assert.match(value, /^#[A-Za-z0-9-]+$/);
      if (attribute === "id") assert.match(value, /^[A-Za-z][A-Za-z0-9-]*$/);
    }
  }
}

function rows(elements: readonly PageElement[], className: string): PageElement[] {
  const [table] = elementsOf(elements, "table", className);
  return elementsOf(below(table!), "tbody").flatMap(({ children }) => children);
}

describe("HTML reports", () => {
  for (const name of shippedConfigNames) {
    describe(`of ${name}`, () => {
      const sources = tierSources(name);
      const { groups, roles, policies } = sources.blueprint;
      const reports = sampleReports(sources);

      for (const [kind, html] of Object.entries(reports)) {
        it(`${kind}: is well-formed, leads only to what is there, and has headings in their order`, () => {
          const elements = readPage(html);
          assertInert(elements);
          const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
          assert.equal(new Set(ids).size, ids.length, "every id is there once");
          for (const { attributes } of elementsOf(elements, "a"))
            assert.ok(ids.includes(attributes.href!.slice(1)), attributes.href);
          const levels = elements.flatMap(({ name: tag }) => /^h([1-6])$/.exec(tag)?.[1] ?? []).map(Number);
          assert.deepEqual(
            levels.filter((level) => level === 1),
            [1],
          );
          levels.forEach((level, index) => assert.ok(index === 0 || level <= levels[index - 1]! + 1));
          for (const table of elementsOf(elements, "table")) {
            const heads = elementsOf(below(table), "th");
            assert.ok(heads.length > 0 && heads.every(({ attributes }) => attributes.scope !== undefined));
          }
        });
      }

      it("has a row for everything that there is: groups, roles, policies, statements, assumptions", () => {
        for (const kind of ["template", "deployment"]) {
          const elements = readPage(reports[kind]!);
          assert.equal(elementsOf(elements, "article", "group").length, groups.length);
          assert.equal(elementsOf(elements, "article", "role").length, roles.length);
          assert.equal(elementsOf(elements, "article", "policy").length, policies.length);
          for (const principal of [...groups, ...roles]) {
            const article = elements.find(({ attributes }) => attributes.id === principal.logicalId)!;
            assert.ok(article.text.includes(principal.name));
            const grants = elementsOf(below(article), "div", "grant");
            const { length } = principal.grants;
            assert.equal(grants.length, length + principal.awsManagedPolicies.length, principal.name);
            const statements = elementsOf(below(article), "ul", "statements").flatMap(
              ({ children }) => children,
            );
            const count = principal.grants.reduce((sum, { document }) => sum + document.Statement.length, 0);
            assert.equal(statements.length, count, principal.name);
          }
          assert.equal(rows(elements, "matrix").length, groups.length + roles.length);
          const svg = elementsOf(elements, "svg", "diagram")[0]!;
          assert.equal(elementsOf(below(svg), "path").length, rows(elements, "assumptions").length);
        }
      });

      it("documents every template of the catalogue, with who has it, and every policy of the config and of AWS", () => {
        const elements = readPage(reports.policies!);
        const { templates } = sources.catalogue;
        const own = [...groups, ...roles].flatMap(({ grants }) => grants.filter(({ template }) => !template));
        assert.equal(templates.length, 31);
        assert.equal(rows(elements, "index").length, templates.length);
        assert.equal(elementsOf(elements, "article", "document").length, templates.length + own.length);
        const aws = new Set([...groups, ...roles].flatMap(({ awsManagedPolicies }) => awsManagedPolicies));
        assert.equal(rows(elements, "aws-managed-policies").length, aws.size);
        const unused = rows(elements, "index").filter(({ text }) => text.trim().endsWith("nobody"));
        const used = new Set(
          [...groups, ...roles]
            .flatMap(({ grants }) => grants.flatMap(({ template }) => template ?? []))
            .map(({ service, id }) => `${service}/${id}`),
        );
        assert.equal(unused.length, templates.length - used.size);
        for (const pre of elementsOf(elements, "pre")) {
          const document = JSON.parse(pre.text) as { Statement: unknown[] };
          assert.ok(document.Statement.length > 0);
          assert.doesNotMatch(
            pre.text,
            /\$\{(company_prefix|env|tenant_id|account_id|region|AWS::Partition)\}/,
          );
        }
      });
    });
  }

  it("tells of a deployment what was changed, looked at, put out and left", () => {
    const sources = tierSources("startup-5");
    const { deployment, "failed deployment": failed } = sampleReports(sources);
    const { changes, forecast, stackOutputs } = deploymentData(sources);
    const elements = readPage(deployment!);
    assert.deepEqual(
      rows(elements, "changes").map(
        ({ children }) => elementsOf(below(children[2]!), "span", "tag")[0]!.text,
      ),
      changes.map(({ done }) => done),
    );
    assert.equal(rows(elements, "forecast").length, forecast.length);
    assert.equal(rows(elements, "outputs").length, Object.keys(stackOutputs).length);
    assert.equal(rows(elements, "remains").length, 3);
    assert.match(elementsOf(elements, "dl", "facts")[0]!.text, /Took48\.2 s/);
    const broken = readPage(failed!);
    const events = rows(broken, "events").map(({ text }) => text);
    assert.equal(events.length, 2);
    assert.match(events[0]!, /CREATE_FAILED/, "the first event comes first");
    const outcome = broken.find(({ attributes }) => attributes.id === "outcome")!;
    assert.match(outcome.text, /RoleY could not be created/);
    assert.match(outcome.text, /The maximum number is exceeded/);
  });

  for (const [kind, html] of Object.entries(sampleReports(hostileSources(), PAYLOAD))) {
    it(`${kind}: shows hostile text as text, wherever a config or AWS has text`, () => {
      const elements = readPage(html);
      assertInert(elements);
      const shown = html.split(escapeText(PAYLOAD)).length - 1;
      assert.ok(shown > 100, `the payload is shown ${shown} times`);
      const raw = /<(script|img|!--|%)|\]\]>|[\u202e\u2066\u200b\0]/.exec(html);
      assert.equal(raw, null, html.slice((raw?.index ?? 0) - 100, (raw?.index ?? 0) + 100));
    });
  }

  it("names the report on a deployment after the environment and the second in which it began", () =>
    assert.equal(
      deploymentReportPath(
        "out",
        "edge-prod-b001-us-west-1-medium-sec",
        new Date("2026-11-25T00:43:54.123Z"),
      ),
      "out/reports/edge-prod-b001-us-west-1-medium-sec-deployment-20261125_004354.html",
    ));

  it("says the same for the same data", () => {
    assert.deepEqual(sampleReports(tierSources("medium-10")), sampleReports(tierSources("medium-10")));
  });

  it("masks external ids and credentials, wherever they come from", () => {
    const externalId = "Partner+0f1e2d3c/4b5a";
    const keyId = "AKIAQ7EXAMPLEHOSTILE";
    const said = ` ${keyId} Authorization: Bearer abcdefgh12345678 ${externalId}`;
    const sources = tierSources("enterprise-12", (config) => {
      config.security.cross_account_roles.deployment_role!.external_id = externalId;
      config.security.cross_account_roles.deployment_role!.description = `For ${externalId}`;
      config.client.company_name = `Bank ${keyId}`;
      config.tags = { note: `it is ${externalId}` };
    });
    for (const [kind, html] of Object.entries(sampleReports(sources, said))) {
      for (const hidden of [externalId, keyId, "abcdefgh12345678", "monitoring-external-id-12345"])
        assert.ok(!html.includes(hidden), `${kind} shows ${hidden}`);
      assert.match(html, /\[external id\]/, kind);
      assert.match(html, /\[access key id\]/, kind);
    }
  });
});

describe("a text in a page", () => {
  const cases = [
    {
      name: "markup",
      text: `<a href="x" b='y'>&</a>`,
      shown: "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&lt;/a&gt;",
    },
    { name: "what turns the direction of text", text: "a\u202eb\u2069", shown: "a[U+202E]b[U+2069]" },
    { name: "what does not show", text: "a\u200bb\u0007\ufeff", shown: "a[U+200B]b[U+0007][U+FEFF]" },
    { name: "half a character", text: "a\ud800b", shown: "a[U+D800]b" },
    { name: "other scripts and emoji", text: "Zürich 東京 🙂", shown: "Zürich 東京 🙂" },
    { name: "lines", text: "a\n\tb", shown: "a\n\tb" },
  ];
  for (const { name, text, shown } of cases) {
    it(`shows ${name}`, () => assert.equal(escapeText(text), shown));
  }
});
