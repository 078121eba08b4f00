import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Failed, NoSuchPage, Waiting } from './frame/fallbacks.tsx';
import { Frame } from './frame/frame.tsx';
import { rooms } from './rooms.ts';

const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchPage });

const routes = rooms.map((room) =>
  createRoute({ getParentRoute: () => root, path: room.path, component: lazyRouteComponent(room.load) }),
);

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: '/console',
  scrollRestoration: true,
  defaultPendingMs: 400,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NoSuchPage,
});
