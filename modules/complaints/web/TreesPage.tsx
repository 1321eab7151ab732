import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { type ComplaintTrees, complaintRoutes as routes, type TreeNode } from '../contract.ts';
import { trees } from '../contract-trees-data.ts';
import { type ComplaintKind, classOfS1, complaintKinds } from '../lifecycle.ts';
import { causeWords, nodeName } from '../locales/labels.ts';
import './work.css';
import { useWorkWords } from './workWords.ts';

const touches = ['complaint-trees', 'complaints'] as const;
type First = ComplaintTrees['firsts'][number];

/** The classes of complaints and their causes, in two levels, as the whole house has them (CMP-02, CMP-06). */
export default function TreesPage() {
  const { say, sayOf } = useWorkWords();
  const { data, error } = useQuery(reading(routes.trees, {}));
  return (
    <Page title={say('treesMenu')} note={say('treesNote')}>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && !data.mayChange && <p className="soft">{say('treeNotTop')}</p>}
      {data &&
        trees.map((tree) => (
          <Card key={tree} title={sayOf('tree', tree)}>
            <div className="complaint-tree">
              {data.firsts
                .filter((first) => first.tree === tree)
                .map((first) => (
                  <Branch
                    key={first.key}
                    first={first}
                    mayChange={data.mayChange}
                    nodes={data.nodes.filter(
                      (node) => node.tree === tree && node.under === first.key,
                    )}
                  />
                ))}
            </div>
          </Card>
        ))}
    </Page>
  );
}

function Branch(props: { first: First; nodes: readonly TreeNode[]; mayChange: boolean }) {
  const { first, nodes, mayChange } = props;
  const { say } = useWorkWords();
  const isKind = (key: string): key is ComplaintKind =>
    first.tree === 'class' && complaintKinds.some((kind) => kind === key);
  const name = isKind(first.key) ? say(first.key) : say(causeWords[first.key as 'design']);
  const counted = isKind(first.key) ? classOfS1(first.key) : first.key;
  return (
    <section className="complaint-branch" aria-label={name}>
      <p className="complaint-task-head">
        <strong>{name}</strong>
        {isKind(first.key) && counted !== first.key && (
          <span className="soft">
            {say('classOfS1Label')}
            {say(classOfS1(first.key))}
          </span>
        )}
      </p>
      <p className="soft complaint-tree-source">{say('treeSource', { source: first.source })}</p>
      <ul className="complaint-nodes">
        {nodes.map((node) => (
          <Node key={node.key} node={node} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange && <AddNode first={first} label={say('treeAddTo', { name })} />}
    </section>
  );
}

function Node({ node, mayChange }: { node: TreeNode; mayChange: boolean }) {
  const { say } = useWorkWords();
  const retire = useWriting(routes.retireNode, { touches });
  const { key, isRetired, isShipped } = node;
  const name = nodeName(key, node.name, say);
  const word = say(isRetired ? 'treeOffer' : 'treeRetire');
  return (
    <li className={isRetired ? 'complaint-node-retired' : undefined} title={node.source}>
      <span>{name}</span>
      {!isShipped && <span className="soft">{say('treeOwn')}</span>}
      {isRetired && <span className="soft">{say('treeRetired')}</span>}
      {mayChange && (
        <Button
          size="small"
          type="text"
          aria-label={`${word} ${name}`}
          loading={retire.isPending}
          onClick={() => retire.mutate({ body: { key, isRetired: !isRetired } })}
        >
          {word}
        </Button>
      )}
      <ProblemNote problem={retire.error} onAgain={retire.again} />
    </li>
  );
}

function AddNode({ first, label }: { first: First; label: string }) {
  const { say } = useWorkWords();
  const [name, setName] = useState('');
  const add = useWriting(routes.addNode, { touches });
  const { tree, key: under } = first;
  return (
    <form
      className="complaint-node-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        add.mutate({ body: { tree, under, name: name.trim() } }, { onSuccess: () => setName('') });
      }}
    >
      <Input
        size="small"
        maxLength={40}
        aria-label={label}
        placeholder={say('treeName')}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button size="small" htmlType="submit" loading={add.isPending} disabled={name.trim() === ''}>
        {say('treeAdd')}
      </Button>
      <ProblemNote problem={add.error} onAgain={add.again} />
    </form>
  );
}
