package dev.zonal.theorem.box;

import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.DecayStatement;
import dev.zonal.theorem.certificate.EquivalenceStatement;
import dev.zonal.theorem.certificate.Statement;
import java.util.List;

/** The statements that are proved for boxes, with the way to prove them of one. */
public enum BoxStatement {
  /** Of two kernels (docs/theory.md, Theorem 13.2). */
  EQUIVALENCE(new EquivalenceStatement()) {
    @Override
    Outcome<?> prove(List<Spectrum> spectra) {
      return Equivalence.prove(spectra.get(0), spectra.get(1), Context.current().silent());
    }
  },
  /** Of one kernel (Theorem 13.3). */
  DECAY(new DecayStatement()) {
    @Override
    Outcome<?> prove(List<Spectrum> spectra) {
      return Decay.prove(spectra.get(0), Context.current().silent());
    }
  };

  private final Statement statement;

  BoxStatement(Statement statement) {
    this.statement = statement;
  }

  /** As it is for one kernel, or two. */
  public Statement statement() {
    return statement;
  }

  /** Tries to prove it. */
  abstract Outcome<?> prove(List<Spectrum> spectra);
}
