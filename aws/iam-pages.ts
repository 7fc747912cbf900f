/** One page of an IAM list. */
interface Page {
  IsTruncated?: boolean;
  Marker?: string;
}

/** Everything that a list of IAM has, page after page. Throws the SDK's errors. */
export async function allPages<P extends Page, T>(
  readPage: (paging: { Marker?: string; MaxItems: number }) => Promise<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
): Promise<T[]> {
  const items: T[] = [];
  let Marker: string | undefined;
  do {
    const page = await readPage({ Marker, MaxItems: 1000 });
    items.push(...(itemsOf(page) ?? []));
    Marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (Marker !== undefined);
  return items;
}
