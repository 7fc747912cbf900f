import { isDeepStrictEqual } from "node:util";
import type { ResourceValidationArgs } from "@pulumi/policy";
import { isObject, type JsonObject } from "../../core/config/source";
import type { JudgedEnvironment } from "../../core/guardrails/environment";
import {
  readTemplate,
  type WatchedForm,
  watchedForm,
  watchedForms,
  watchedTemplate,
} from "../../core/guardrails/read-template";
import type { Subject } from "../../core/guardrails/subject";
import { plain, stackInputs, type StackInputs } from "./stack-inputs";
import { isUrlOf, templateOf } from "./template-objects";

const STACKS = new Set(["aws-native:cloudformation:Stack", "aws:cloudformation/stack:Stack"]);
const STACK_SETS = new Set(["aws-native:cloudformation:StackSet", "aws:cloudformation/stackSet:StackSet"]);
const OBJECTS = new Set(["aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/bucketObject:BucketObject"]);
const BESIDE_STACKS = /^(aws:iam\/|aws-native:iam:)/;
const PREFLIGHT = "tierguard:index:Preflight";
const WATCHED = /^tierguard:(?!index:|security:|ml:)[a-z0-9]+:/;

interface TemplateObject {
  bucket: string;
  key: string;
  /** Undefined where it holds no template, or none that can be seen. */
  template: JsonObject | undefined;
}

/**
 * What the pack has seen of a program: a stack's template may lie in another resource, and watched resources show again
 * what a template says. The engine shows resources in the order in which they are registered.
 */
export class ProgramView {
  readonly #objects: TemplateObject[] = [];
  /** URLs of templates that stacks read. */
  readonly #read: string[] = [];
  /** Names of stacks of which a failed first creation gives way: the engine replaces nothing that is protected. */
  readonly #givingWay = new Set<string>();
  /** What the templates of the program's stacks say, by logical id. */
  readonly #shown = new Map<string, WatchedForm[]>();

  constructor(private readonly environment: JudgedEnvironment | undefined) {}

  /** What is to be judged of a resource; undefined where guardrails have nothing to do with it. */
  subjectOf(resource: ResourceValidationArgs): Subject | undefined {
    const { type } = resource;
    if (BESIDE_STACKS.test(type)) return { besideStacks: type };
    if (STACK_SETS.has(type)) return { hidden: [STACK_SET] };
    try {
      if (STACKS.has(type)) return this.#stack(stackInputs(resource));
      if (OBJECTS.has(type)) return this.#object(resource);
      if (type === PREFLIGHT) this.#noteLeftover(plain(resource.props));
      return WATCHED.test(type) ? this.#watched(plain(resource.props)) : undefined;
    } catch (error) {
      if (!isUnknownValue(error)) throw error;
      if (OBJECTS.has(type)) return undefined;
      return { hidden: [{ why: error.message, instead: KNOWN }] };
    }
  }

  #noteLeftover({ stackName, leftoverStackId }: JsonObject): void {
    const leftover = typeof leftoverStackId === "string" && leftoverStackId !== "";
    if (leftover && typeof stackName === "string") this.#givingWay.add(stackName);
  }

  #stack({ stack: declared, templateBody, templateUrl, parameters }: StackInputs): Subject {
    const gives = declared.name !== undefined && this.#givingWay.has(declared.name);
    const stack = gives ? { ...declared, protect: true } : declared;
    if (templateUrl !== undefined) this.#read.push(templateUrl);
    const raw = templateBody === undefined ? this.#byUrl(templateUrl) : templateOf(templateBody);
    if (raw === undefined) {
      const why =
        templateBody === undefined ? unseen(templateUrl) : "the template can't be read as JSON or YAML";
      return { stack, hidden: [{ why, instead: KNOWN }] };
    }
    const target = { accountId: this.environment?.accountId ?? "", region: this.environment?.region ?? "" };
    for (const [logicalId, shown] of watchedForms(raw, target)) {
      this.#shown.set(logicalId, [...(this.#shown.get(logicalId) ?? []), shown]);
    }
    return { stack, template: readTemplate(raw, { ...target, parameters }) };
  }

  #byUrl(url: string | undefined): JsonObject | undefined {
    const objects = this.#objects.filter((object) => url !== undefined && isUrlOf(url, object));
    // Of two, the one that is uploaded last counts, and nobody knows which that is.
    return objects.length === 1 ? objects[0]!.template : undefined;
  }

  #object({ props }: ResourceValidationArgs): Subject | undefined {
    const { bucket, key, content } = props as Record<string, unknown>;
    if (typeof bucket !== "string" || typeof key !== "string") return undefined;
    const object = { bucket, key, template: typeof content === "string" ? templateOf(content) : undefined };
    this.#objects.push(object);
    if (!this.#read.some((url) => isUrlOf(url, object))) return undefined;
    const why = `a stack reads its template from ${bucket}/${key}, but does not depend on this object`;
    return { hidden: [{ why, instead: "let the stack depend on the object (dependsOn)" }] };
  }

  /** What is said already of a stack's template is judged there. */
  #watched({ logicalId, type, properties }: JsonObject): Subject | undefined {
    if (typeof logicalId !== "string" || typeof type !== "string" || !isObject(properties)) {
      return {
        hidden: [{ why: "the watched resource names no logicalId, type and properties", instead: KNOWN }],
      };
    }
    const shown = this.#shown.get(logicalId) ?? [];
    if (shown.some((one) => isDeepStrictEqual(one, watchedForm(type, properties)))) return undefined;
    const why = `${logicalId} is not what the template of a stack of this program says`;
    return {
      template: watchedTemplate({ logicalId, type, properties }),
      hidden: [{ why, instead: "watch what the template says, and let it depend on the stack" }],
    };
  }
}

const KNOWN =
  "give the template as templateBody, or as content of an S3 object that the stack depends on, from config alone";

const STACK_SET = {
  why: "a stack set makes stacks in accounts and regions that this config does not name",
  instead: "make a stack for each environment, from a config of its own",
};

function unseen(url: string | undefined): string {
  return url === undefined
    ? "the stack names no template"
    : `no single S3 object of this program shows the template at ${url}`;
}

function isUnknownValue(error: unknown): error is Error {
  return error instanceof Error && "unknownTypeSentinel" in error;
}
