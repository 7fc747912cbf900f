import { describeAwsError } from "../aws-error";
import type { Answer } from "./answer";

/** Asks AWS; what it refuses is part of the answer, nothing is thrown. */
export async function ask<T>(question: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await question() };
  } catch (error) {
    return { failure: describeAwsError(error) };
  }
}

/** Asks for something that may not be there. */
export async function exists(question: () => Promise<unknown>): Promise<Answer<boolean>> {
  const answer = await ask(question);
  if ("value" in answer) return { value: true };
  return answer.failure.kind === "not-found" ? { value: false } : answer;
}
