import { Notice } from './notice';

/** Said where something that loads when it is wanted cannot be had. Made by the server, to be at hand without the network. */
export function NotLoaded({ title, action }: { title: string; action: string }) {
  return (
    <Notice tone="critical" isAlert title={title}>
      {action}
    </Notice>
  );
}
