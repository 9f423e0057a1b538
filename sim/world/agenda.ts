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

/** A binary heap, which moves a hole to where an entry belongs. */
export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  const pop = () => {
    const last = heap.pop();
    const size = heap.length;
    if (!last || size === 0) return;
    let hole = 0;
    for (let next = 1; next < size; next = 2 * hole + 1) {
      const right = heap[next + 1];
      if (right && before(right, heap[next] as Entry)) next++;
      const least = heap[next] as Entry;
      if (!before(least, last)) break;
      heap[hole] = least;
      hole = next;
    }
    heap[hole] = last;
  };
  return {
    pop,
    add(entry) {
      let hole = heap.push(entry) - 1;
      while (hole > 0) {
        const up = (hole - 1) >> 1;
        const parent = heap[up] as Entry;
        if (!before(entry, parent)) break;
        heap[hole] = parent;
        hole = up;
      }
      heap[hole] = entry;
    },
    peek() {
      while (heap[0]?.cancelled) pop();
      return heap[0];
    },
  };
}
