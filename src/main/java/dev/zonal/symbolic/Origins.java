package dev.zonal.symbolic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.matheclipse.core.eval.EvalEngine;

/**
 * What is to be said about the value of a request, because of the functions of Symja's that took
 * part in it, at whatever depth. One of them called by another is the business of the outer one.
 */
public final class Origins {
  private final Set<String> remarks = new LinkedHashSet<>();
  private boolean within;
  private String refusal;

  /** Before a request. */
  public void clear() {
    remarks.clear();
    within = false;
    refusal = null;
  }

  /** What was called cannot be had here, whatever Symja makes of the failure. */
  public void refuse(String reason) {
    refusal = reason;
  }

  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  public void add(String remark) {
    if (!within) {
      remarks.add(remark);
    }
  }

  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  public boolean isWithin() {
    return within;
  }

  /** The same for a question of Zonal's own, without Symja's messages either. */
  public <T> T silently(Supplier<T> computation) {
    return Symja.quietly(EvalEngine.get(), () -> within(computation));
  }

  /** What Symja computes, without remarks about the functions that it calls on the way. */
  public <T> T within(Supplier<T> computation) {
    boolean before = within;
    within = true;
    try {
      return computation.get();
    } finally {
      within = before;
    }
  }
}
