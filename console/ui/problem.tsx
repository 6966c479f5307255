import type { JSX } from 'preact'
import type { ApiError } from '../core/api.js'

/** What could not be read, and how to try again. */
export const Problem = ({ error, onRetry }: { error: ApiError; onRetry?: () => void }): JSX.Element => (
  <div class="problem" role="alert">
    <p>
      <strong>{error.code}</strong> {error.message}
    </p>
    {onRetry !== undefined && (
      <button type="button" class="small" onClick={onRetry}>
        Try again
      </button>
    )}
  </div>
)
