package dev.zonal.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** The rows of a grid, a page of them at a time. */
final class StoredRows implements Iterator<StoredRow> {
  private final Function<Optional<StoreKey>, List<StoredRow>> pages;
  private Iterator<StoredRow> page;
  private Optional<StoreKey> last = Optional.empty();

  /**
   * @param pages the rows that follow a key; an empty page is the end
   */
  StoredRows(Function<Optional<StoreKey>, List<StoredRow>> pages) {
    this.pages = pages;
    this.page = pages.apply(last).iterator();
  }

  @Override
  public boolean hasNext() {
    if (!page.hasNext() && last.isPresent()) {
      page = pages.apply(last).iterator();
    }
    return page.hasNext();
  }

  @Override
  public StoredRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    StoredRow row = page.next();
    last = Optional.of(row.key());
    return row;
  }
}
