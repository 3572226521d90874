import { useMessages } from '../../app/messages.ts';
import { Button } from '../../ui/Button.tsx';

/** To the submission before and after, as the keys of `useWalkKeys` do. */
export function WalkButtons({ go }: { readonly go: (step: 1 | -1) => void }) {
  const { say } = useMessages();
  return (
    <>
      <Button size="small" look="quiet" keys="Alt ←" onClick={() => go(-1)}>
        {say('review.previous')}
      </Button>
      <Button size="small" look="quiet" keys="Alt →" onClick={() => go(1)}>
        {say('review.next')}
      </Button>
    </>
  );
}
