import { askCell, previewAsk } from '../../actions/wave/ask-cell.ts';
import { seeBoard } from '../../actions/wave/board.ts';
import { board } from '../contract/board.ts';
import { serve } from './serve.ts';

export const boardRoutes = serve(board, {
  'GET /api/v1/waves/{id}/board': ({ deps, actor }, { params, query }) =>
    seeBoard(deps, actor, params.id, { by: query.by, and: query.and ?? null }),
  'GET /api/v1/waves/{id}/asks': ({ deps }, { params, query: { cell, cell2, want } }) =>
    previewAsk(deps, params.id, { cells: cell2 ? [cell, cell2] : [cell], want }),
  'POST /api/v1/waves/{id}/asks': ({ deps, actor }, { params, body }) => askCell(deps, actor, params.id, body),
});
