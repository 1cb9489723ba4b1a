import { type Processes, reasonText, statusText } from './process-history';

export function ProcessTable({ processes }: { readonly processes: Processes }) {
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full border-collapse text-left tabular-nums [&_td]:border-b [&_td]:py-1 [&_td]:pr-4 [&_th]:border-b [&_th]:py-1 [&_th]:pr-4 [&_th]:font-semibold">
        <thead>
          <tr>
            <th scope="col">PID</th>
            <th scope="col">Made by</th>
            <th scope="col">Program</th>
            <th scope="col">State</th>
            <th scope="col">Ended with</th>
            <th scope="col">Waited for by</th>
          </tr>
        </thead>
        <tbody>
          {processes.map(({ pid, createdBy, parent, name, state, reason, status, reapedBy }) => (
            <tr key={pid}>
              <td>{pid}</td>
              <td>
                {createdBy ?? 'the shell'}
                {createdBy !== null && parent !== createdBy && ', adopted by init'}
              </td>
              <td>{name}</td>
              <td>
                {state}
                {reason !== null && state === 'waiting' && ` ${reasonText(reason)}`}
              </td>
              <td>{status === null ? '' : statusText(status)}</td>
              <td>{reapedBy === null ? '' : Number(reapedBy) === 1 ? 'init' : reapedBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
