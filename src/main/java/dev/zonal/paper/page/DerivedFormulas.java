package dev.zonal.paper.page;

import dev.zonal.context.Context;
import dev.zonal.paper.Paper;
import dev.zonal.paper.Paper.Derivation;
import dev.zonal.report.document.Article.Formula;
import dev.zonal.symbolic.console.DerivationRequest;
import dev.zonal.symbolic.console.SymjaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The formulas of papers, each derived by Symja and checked with balls. */
public final class DerivedFormulas {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int ORDER = 5;

  private DerivedFormulas() {}

  /** Those that can be derived in time. */
  public static Map<Derivation, Formula> of(List<Paper> papers) {
    Map<Derivation, Formula> formulas = new LinkedHashMap<>();
    try (SymjaProcess symja = SymjaProcess.derivations(LIMIT)) {
      for (Paper paper : papers) {
        for (Derivation derivation : paper.derivations()) {
          Context.checkpoint();
          Optional<String> latex = text(symja, derivation, "LATEX");
          Optional<String> mathml = text(symja, derivation, "MATHML");
          if (latex.isPresent() && mathml.isPresent()) {
            formulas.put(derivation, new Formula(latex.get(), mathml.get()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return formulas;
  }

  private static Optional<String> text(SymjaProcess symja, Derivation derivation, String format)
      throws IOException {
    SymjaProcess.Answer answer =
        symja.derive(
            new DerivationRequest(
                derivation.subject(),
                derivation.specification(),
                ORDER,
                null,
                false,
                null,
                null,
                null,
                format,
                false,
                false));
    return answer.outcome() == SymjaProcess.Outcome.VALUE
        ? Optional.of(answer.text())
        : Optional.empty();
  }
}
