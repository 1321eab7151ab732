import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { reading } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Post, staffingRoutes } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';
import { EditPostSheet } from './EditPostSheet.tsx';
import './staffing.css';

/** Every post with what it is for, what it asks for, and by what its people are assessed (ORG-04). */
export default function PostsPage() {
  const say = useWords(staffingWords);
  const { data, error } = useQuery(reading(staffingRoutes.listPosts, {}));
  const [edited, edit] = useState<Post>();
  const mayChange = mayUse(useSession(), ['people.manage']);
  return (
    <Page title={say('posts')} note={say('postsLead')}>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      <div className="staffing-posts">
        {data?.items.map((post) => (
          <Card
            key={post.key}
            title={post.name}
            actions={
              mayChange && (
                <Button size="small" onClick={() => edit(post)}>
                  {say('edit')}
                </Button>
              )
            }
          >
            <PostWording post={post} />
          </Card>
        ))}
      </div>
      {edited && <EditPostSheet post={edited} onClose={() => edit(undefined)} />}
    </Page>
  );
}

function PostWording({ post }: { post: Post }) {
  const say = useWords(staffingWords);
  return (
    <div className="staffing-post">
      <p className="soft">
        {say('holders', { count: post.holders })} · {say('versionNo', { version: post.version })}
        {post.version === 1 && ` · ${say('source', { source: post.source })}`}
      </p>
      <Sentences title={say('duties')} lines={post.duties} />
      <Sentences title={say('qualifications')} lines={post.qualifications} />
      {post.qualities.length > 0 && (
        <Sentences
          title={say('qualities')}
          lines={post.qualities.map(({ name, meaning }) => `${name}：${meaning}`)}
        />
      )}
    </div>
  );
}

function Sentences({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ol>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  );
}
