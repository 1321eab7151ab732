import { Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type PostKey, postKeys, type Standard, shopClasses, staffingRoutes } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';
import { usePostNames } from './usePostNames.ts';

type ShopClass = (typeof shopClasses)[number];
type Wanted = Standard[number]['posts'][number];

/** How many of which post each class of shop has to have, and which of them do nothing else (ORG-05). */
export default function StandardSheet(props: {
  standard: Standard;
  version: number;
  onClose: () => void;
}) {
  const { standard, version, onClose } = props;
  const say = useWords(staffingWords);
  const nameOf = usePostNames();
  const tell = useTell();
  const [shopClass, setClass] = useState<ShopClass>('A');
  const [typed, setTyped] = useState(standard);
  const change = useWriting(staffingRoutes.changeStandard);
  const postsOf = (one: ShopClass) => typed.find((each) => each.shopClass === one)?.posts ?? [];
  const wantedOf = (postKey: PostKey): Wanted =>
    postsOf(shopClass).find((one) => one.postKey === postKey) ?? {
      ...{ postKey, count: 0, isDedicated: false },
    };
  const set = (wanted: Wanted) =>
    setTyped(
      shopClasses.map((one) => {
        const posts = postsOf(one);
        if (one !== shopClass) return { shopClass: one, posts };
        const others = posts.filter(({ postKey }) => postKey !== wanted.postKey);
        return { shopClass: one, posts: [...others, wanted] };
      }),
    );
  const save = () => {
    const inOrder = (posts: readonly Wanted[]) =>
      postKeys.flatMap((key) => posts.find((one) => one.postKey === key && one.count > 0) ?? []);
    const body = { standard: typed.map((one) => ({ ...one, posts: inOrder(one.posts) })) };
    change.mutate(
      { body, version },
      {
        onSuccess: () => {
          tell(say('saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Sheet title={say('editStandard')} onClose={onClose}>
      <div className="staffing-sheet">
        <ProblemNote problem={change.error} onAgain={change.again} />
        <p className="soft">{say('standardLead')}</p>
        <Radio.Group
          optionType="button"
          aria-label={say('shopClass')}
          value={shopClass}
          onChange={({ target }) => setClass(target.value)}
          options={shopClasses.map((one) => ({ value: one, label: `${say('shopClass')} ${one}` }))}
        />
        <table className="staffing-table">
          <thead>
            <tr>
              <th scope="col">{say('post')}</th>
              <th scope="col">{say('wanted')}</th>
              <th scope="col">{say('dedicated')}</th>
            </tr>
          </thead>
          <tbody>
            {postKeys.map((postKey) => {
              const wanted = wantedOf(postKey);
              const label = `${shopClass} ${nameOf(postKey)}`;
              return (
                <tr key={postKey}>
                  <th scope="row">{nameOf(postKey)}</th>
                  <td>
                    <InputNumber
                      min={0}
                      max={200}
                      precision={0}
                      aria-label={`${label} ${say('wanted')}`}
                      value={wanted.count}
                      onChange={(count) => set({ ...wanted, count: count ?? 0 })}
                    />
                  </td>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`${label} ${say('dedicated')}`}
                      checked={wanted.isDedicated}
                      disabled={wanted.count === 0}
                      onChange={({ target }) => set({ ...wanted, isDedicated: target.checked })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <div className="form-end">
          <Button type="primary" loading={change.isPending} onClick={save}>
            {say('save')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </div>
    </Sheet>
  );
}
