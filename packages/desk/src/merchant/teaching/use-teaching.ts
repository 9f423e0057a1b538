import { useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { createTeaching, type Teaching } from './teaching.ts';

/** What the pages about answers and learning share, asked for anew whenever one of them is shown. */
export function useTeaching(): Teaching {
  const { desk } = useDesk();
  const teaching = desk.merchant.state(createTeaching);
  useEffect(() => {
    void teaching.load();
    return () => {
      teaching.saved.value = undefined;
    };
  }, [teaching]);
  return teaching;
}
