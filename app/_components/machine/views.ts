import { type ComponentType, lazy } from 'react';
import type { InspectionPart } from '@/lib/kernel/inspection/inspections';
import type { ViewProps } from './view-props';

/** A way to look at a recorded run. */
export type View = {
  readonly id: ViewId;
  readonly label: string;
  /** What of the machine it draws, besides events and what every moment has. */
  readonly needs: readonly InspectionPart[];
  readonly Component: ComponentType<ViewProps>;
};

export type ViewId =
  | 'timeline'
  | 'process-tree'
  | 'gantt'
  | 'memory'
  | 'control-blocks'
  | 'files-and-ipc'
  | 'messages'
  | 'calls';

/** In the order in which they are offered. Each is loaded when it is first looked at. */
export const VIEWS: readonly [View, ...View[]] = [
  {
    id: 'timeline',
    label: 'Timeline',
    needs: ['processors'],
    Component: lazy(async () => ({
      default: (await import('../timeline/timeline-view')).TimelineView,
    })),
  },
  {
    id: 'process-tree',
    label: 'Processes',
    needs: [],
    Component: lazy(async () => ({
      default: (await import('./process-tree/process-tree-view')).ProcessTreeView,
    })),
  },
  {
    id: 'gantt',
    label: 'Gantt chart',
    needs: [],
    Component: lazy(async () => ({ default: (await import('./gantt/gantt-view')).GanttView })),
  },
  {
    id: 'memory',
    label: 'Memory',
    needs: ['memory'],
    Component: lazy(async () => ({
      default: (await import('./memory/memory-view')).MemoryView,
    })),
  },
  {
    id: 'control-blocks',
    label: 'Control blocks',
    needs: ['controlBlocks'],
    Component: lazy(async () => ({
      default: (await import('./control-blocks/control-blocks-view')).ControlBlocksView,
    })),
  },
  {
    id: 'files-and-ipc',
    label: 'Files and IPC',
    needs: ['filesAndIpc'],
    Component: lazy(async () => ({
      default: (await import('./files-and-ipc/files-and-ipc-view')).FilesAndIpcMoment,
    })),
  },
  {
    id: 'messages',
    label: 'Messages',
    needs: [],
    Component: lazy(async () => ({
      default: (await import('./messages/messages-view')).MessagesView,
    })),
  },
  {
    id: 'calls',
    label: 'System calls',
    needs: [],
    Component: lazy(async () => ({ default: (await import('./calls/calls-view')).CallsView })),
  },
];
