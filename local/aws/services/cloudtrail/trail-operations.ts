import type * as CloudTrail from "@aws-sdk/client-cloudtrail";
import { AwsError, type CallContext, type Operations } from "../../service";
import { tokenPage } from "../token-page";
import { refuseUnsupported } from "../unsupported-input";
import { checkDelivery } from "./delivery-checks";
import { checkedTags } from "./tag-operations";
import { existingTrail, trailArn, type TrailRecord, trails } from "./trail-record";

/** Trails of a region (CloudTrail User Guide, "Quotas"). */
const MAX_TRAILS = 5;
const PAGE = 100;
/** Event selectors of a trail (PutEventSelectors, CloudTrail API Reference). */
const MAX_SELECTORS = 5;

function checkName(name: string): void {
  const fits = /^[A-Za-z0-9](?:[._-]?[A-Za-z0-9])*[._-]?$/.test(name) && !/^\d+(\.\d+){3}$/.test(name);
  if (fits && name.length >= 3 && name.length <= 128) return;
  throw new AwsError(
    "InvalidTrailNameException",
    `Trail name ${name} must be between 3 and 128 characters, begin with a letter or number, and hold letters, numbers, periods, underscores and dashes.`,
  );
}

type Given = CloudTrail.CreateTrailRequest | CloudTrail.UpdateTrailRequest;

/** What a call says of a trail; an empty text takes away. */
function merged(before: TrailRecord, input: Given): TrailRecord {
  refuseUnsupported(input, ["IsOrganizationTrail", "SnsTopicName"]);
  const text = (given: string | undefined, there: string | undefined) =>
    given === undefined ? there : given === "" ? undefined : given;
  const trail = {
    ...before,
    bucket: input.S3BucketName ?? before.bucket,
    prefix: text(input.S3KeyPrefix, before.prefix),
    globalEvents: input.IncludeGlobalServiceEvents ?? before.globalEvents,
    multiRegion: input.IsMultiRegionTrail ?? before.multiRegion,
    validation: input.EnableLogFileValidation ?? before.validation,
    logGroupArn: text(input.CloudWatchLogsLogGroupArn, before.logGroupArn),
    roleArn: text(input.CloudWatchLogsRoleArn, before.roleArn),
    kmsKeyId: text(input.KmsKeyId, before.kmsKeyId),
  };
  if (trail.multiRegion && !trail.globalEvents) {
    throw new AwsError(
      "InvalidParameterCombinationException",
      "Multi-Region trail must include global service events.",
    );
  }
  return trail;
}

function createTrail(
  input: CloudTrail.CreateTrailRequest,
  context: CallContext,
): CloudTrail.CreateTrailResponse {
  const name = input.Name!;
  checkName(name);
  const { accountId } = context.caller;
  if (trails.find(context, name) !== undefined) {
    throw new AwsError(
      "TrailAlreadyExistsException",
      `Trail ${name} already exists for customer: ${accountId}`,
    );
  }
  if (trails.all(context).length >= MAX_TRAILS) {
    throw new AwsError(
      "MaximumNumberOfTrailsExceededException",
      `User: ${accountId} already has ${MAX_TRAILS} trails in ${context.region}.`,
      403,
    );
  }
  const fresh: TrailRecord = {
    name,
    bucket: "",
    globalEvents: true,
    multiRegion: false,
    validation: false,
    logging: false,
    tags: checkedTags(input.TagsList),
  };
  const trail = merged(fresh, input);
  checkDelivery(trail, context);
  trails.save(context, trail);
  return shape(trail, context);
}

function updateTrail(
  input: CloudTrail.UpdateTrailRequest,
  context: CallContext,
): CloudTrail.UpdateTrailResponse {
  const trail = merged(existingTrail(context, input.Name!), input);
  checkDelivery(trail, context);
  trails.save(context, trail);
  return shape(trail, context);
}

function shape(trail: TrailRecord, context: CallContext): CloudTrail.CreateTrailResponse {
  return {
    Name: trail.name,
    TrailARN: trailArn(context, trail.name),
    S3BucketName: trail.bucket,
    S3KeyPrefix: trail.prefix,
    IncludeGlobalServiceEvents: trail.globalEvents,
    IsMultiRegionTrail: trail.multiRegion,
    LogFileValidationEnabled: trail.validation,
    CloudWatchLogsLogGroupArn: trail.logGroupArn,
    CloudWatchLogsRoleArn: trail.roleArn,
    KmsKeyId: trail.kmsKeyId,
    IsOrganizationTrail: false,
  };
}

function described(trail: TrailRecord, context: CallContext): CloudTrail.Trail {
  return {
    ...shape(trail, context),
    HomeRegion: context.region,
    HasCustomEventSelectors: trail.selectors !== undefined,
    HasInsightSelectors: false,
  };
}

function setLogging(logging: boolean) {
  return (input: { Name?: string }, context: CallContext): object => {
    const trail = existingTrail(context, input.Name!);
    const now = context.now().toISOString();
    trails.save(context, { ...trail, logging, ...(logging ? { started: now } : { stopped: now }) });
    return {};
  };
}

function getTrailStatus(
  input: CloudTrail.GetTrailStatusRequest,
  context: CallContext,
): CloudTrail.GetTrailStatusResponse {
  const { logging, started, stopped } = existingTrail(context, input.Name!);
  return {
    IsLogging: logging,
    StartLoggingTime: started === undefined ? undefined : new Date(started),
    StopLoggingTime: stopped === undefined ? undefined : new Date(stopped),
  };
}

function describeTrails(
  input: CloudTrail.DescribeTrailsRequest,
  context: CallContext,
): CloudTrail.DescribeTrailsResponse {
  const names = input.trailNameList ?? [];
  const wanted = trails
    .all(context)
    .filter(
      ({ name }) => names.length === 0 || names.includes(name) || names.includes(trailArn(context, name)),
    );
  return { trailList: wanted.map((trail) => described(trail, context)) };
}

function listTrails(
  input: CloudTrail.ListTrailsRequest,
  context: CallContext,
): CloudTrail.ListTrailsResponse {
  const { items, next } = tokenPage(
    trails.all(context),
    input.NextToken,
    PAGE,
    () => new AwsError("InvalidNextTokenException", "The next token is not valid."),
  );
  const Trails = items.map(({ name }) => ({
    Name: name,
    TrailARN: trailArn(context, name),
    HomeRegion: context.region,
  }));
  return { Trails, NextToken: next };
}

/** AWS's own selector: all management events. */
const ALL_EVENTS: CloudTrail.EventSelector = {
  ReadWriteType: "All",
  IncludeManagementEvents: true,
  DataResources: [],
  ExcludeManagementEventSources: [],
};

function getEventSelectors(
  input: CloudTrail.GetEventSelectorsRequest,
  context: CallContext,
): CloudTrail.GetEventSelectorsResponse {
  const { name, selectors = [ALL_EVENTS] } = existingTrail(context, input.TrailName!);
  return { TrailARN: trailArn(context, name), EventSelectors: selectors };
}

/** Replaces the selectors; what one leaves out is as in AWS's own. */
function putEventSelectors(
  input: CloudTrail.PutEventSelectorsRequest,
  context: CallContext,
): CloudTrail.PutEventSelectorsResponse {
  refuseUnsupported(input, ["AdvancedEventSelectors"]);
  const given = input.EventSelectors ?? [];
  if (given.length < 1 || given.length > MAX_SELECTORS) {
    throw new AwsError(
      "InvalidEventSelectorsException",
      `A trail takes between 1 and ${MAX_SELECTORS} event selectors.`,
    );
  }
  const trail = existingTrail(context, input.TrailName!);
  const selectors = given.map((selector) => ({ ...ALL_EVENTS, ...selector }));
  trails.save(context, { ...trail, selectors });
  return { TrailARN: trailArn(context, trail.name), EventSelectors: selectors };
}

/** Trails, and whether they log. */
export const trailOperations: Operations = {
  CreateTrail: createTrail,
  UpdateTrail: updateTrail,
  DeleteTrail: (input: CloudTrail.DeleteTrailRequest, context) => {
    trails.delete(context, existingTrail(context, input.Name!).name);
    return {};
  },
  GetTrail: (input: CloudTrail.GetTrailRequest, context) => ({
    Trail: described(existingTrail(context, input.Name!), context),
  }),
  GetTrailStatus: getTrailStatus,
  GetEventSelectors: getEventSelectors,
  PutEventSelectors: putEventSelectors,
  DescribeTrails: describeTrails,
  ListTrails: listTrails,
  StartLogging: setLogging(true),
  StopLogging: setLogging(false),
};
