interface Closing {
  close(): Promise<void>;
}

/** What is open, to be closed in the reverse order. */
export class Opened {
  readonly #all: Closing[] = [];

  add<T extends Closing>(opened: T): T {
    this.#all.push(opened);
    return opened;
  }

  readonly close = async (): Promise<void> => {
    for (const each of this.#all.splice(0).toReversed()) await each.close();
  };
}

/** Opens one thing after the other. Where that fails, what is open by then is closed, for it would keep the process from ending. */
export async function opening<T>(open: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = new Opened();
  try {
    return await open(opened);
  } catch (thrown) {
    await opened.close();
    throw thrown;
  }
}
