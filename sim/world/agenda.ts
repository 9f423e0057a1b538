/** Something that will happen. */
export interface Entry {
  readonly at: number;
  /** Decides between entries of the same moment: first asked, first done. */
  readonly order: number;
  readonly task: () => void;
  cancelled: boolean;
}

/** What is to come, earliest first. */
export interface Agenda {
  add(entry: Entry): void;
  peek(): Entry | undefined;
  pop(): void;
}

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap. */
export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  const at = (n: number): Entry => heap[n] as Entry;
  const swap = (a: number, b: number) => {
    const held = at(a);
    heap[a] = at(b);
    heap[b] = held;
  };
  const pop = () => {
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    for (let n = 0; ; ) {
      let least = n;
      const left = 2 * n + 1;
      if (left < heap.length && before(at(left), at(least))) least = left;
      if (left + 1 < heap.length && before(at(left + 1), at(least))) least = left + 1;
      if (least === n) return;
      swap(n, least);
      n = least;
    }
  };
  return {
    pop,
    add(entry) {
      heap.push(entry);
      for (let n = heap.length - 1; n > 0; ) {
        const parent = (n - 1) >> 1;
        if (!before(at(n), at(parent))) return;
        swap(n, parent);
        n = parent;
      }
    },
    peek() {
      while (heap[0]?.cancelled) pop();
      return heap[0];
    },
  };
}
