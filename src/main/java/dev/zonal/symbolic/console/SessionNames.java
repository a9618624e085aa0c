package dev.zonal.symbolic.console;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IStringX;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The names that a session has defined, and what is to be said about their values: a name keeps the
 * remarks of the line that defined it, and gives them to every line that mentions it, or mentions
 * what is defined by it.
 */
final class SessionNames {
  private final EvalEngine engine;
  private final Map<ISymbol, List<String>> remarks = new HashMap<>();

  SessionNames(EvalEngine engine) {
    this.engine = engine;
  }

  /** The remarks that an expression inherits. */
  Set<String> remarks(IExpr parsed) {
    Set<String> inherited = new LinkedHashSet<>();
    if (!remarks.isEmpty()) {
      inherit(parsed, new HashSet<>(), inherited);
    }
    return inherited;
  }

  private void inherit(IExpr e, Set<ISymbol> seen, Set<String> inherited) {
    if (e instanceof IAST ast) {
      inherit(ast.head(), seen, inherited);
      // A name that is given another value is not asked for the old one.
      int first = isAssignment(ast) ? 2 : 1;
      for (int i = first; i <= ast.argSize(); i++) {
        inherit(ast.get(i), seen, inherited);
      }
    } else if (e instanceof IStringX text) {
      // It may become an expression.
      remarks.keySet().stream()
          .filter(name -> mentions(text.toString(), name))
          .forEach(name -> inherit(name, seen, inherited));
    } else if (e instanceof ISymbol name && isOwn(name) && seen.add(name)) {
      inherited.addAll(remarks.getOrDefault(name, List.of()));
      inherit(name.definition(), seen, inherited);
    }
  }

  private static boolean isAssignment(IAST ast) {
    return (ast.isAST(S.Set, 3) || ast.isAST(S.SetDelayed, 3)) && ast.arg1().isSymbol();
  }

  private static boolean mentions(String text, ISymbol name) {
    return Pattern.compile(
            "\\b" + Pattern.quote(name.getSymbolName()) + "\\b", Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }

  private static boolean isOwn(ISymbol name) {
    return !(name instanceof IBuiltInSymbol);
  }

  /** What is defined now. */
  Map<ISymbol, IExpr> definitions() {
    Map<ISymbol, IExpr> definitions = new HashMap<>();
    for (Map.Entry<String, ISymbol> entry : engine.getContext().entrySet()) {
      IAST definition = entry.getValue().definition();
      if (definition.argSize() > 0) {
        definitions.put(entry.getValue(), definition);
      }
    }
    return definitions;
  }

  /** What has been defined since then has these remarks. */
  void learn(Map<ISymbol, IExpr> before, List<String> current) {
    Map<ISymbol, IExpr> now = definitions();
    remarks.keySet().retainAll(now.keySet());
    now.entrySet().removeAll(before.entrySet());
    remarks.keySet().removeAll(now.keySet());
    if (!current.isEmpty()) {
      now.keySet().forEach(name -> remarks.put(name, current));
    }
  }

  /** The names of more than one letter that are called as functions and are none. */
  @SuppressWarnings("ReferenceEquality")
  void unknown(IExpr e, Set<String> names) {
    if (!(e instanceof IAST ast)) {
      return;
    }
    if (ast.head() instanceof ISymbol head
        && isOwn(head)
        && head.getContext() == engine.getContext()
        && head.getSymbolName().length() > 1
        && head.definition().argSize() == 0) {
      names.add(head.toString());
    }
    unknown(ast.head(), names);
    ast.forEach(part -> unknown(part, names));
  }
}
