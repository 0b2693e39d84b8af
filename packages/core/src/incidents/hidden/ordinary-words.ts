/**
 * Last names that are also words of a sentence, folded: alone, they name nobody. « Page blanche » stays as it is, « Mme Page » and
 * « Camille Page » do not.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  [
    "abbe accueil action adresse affaire age aide ami amour an ancien ange annee appel argent arbre art assistance attente autre avis avocat avril",
    "bain balle banc barbe baron barre bas bateau beau beaucoup bel belle berger bien bille bis blanc blanche blanchet blond blot bois boite bon",
    "bonheur bonjour bonne bonnet bord bosse bouche boucher boulanger bourse bout bouton branche bras brave breton brillant brun bruno bureau but",
    "cadet caisse camp campagne canal candidat capitaine cardinal carre carte cas case cause cave centre chaine chair champ champion chance change",
    "chant chapelle charge charpentier charron chateau chaud chef chemin chene chevalier chiffre choix chose chrome ciel cite clair classe clef cle",
    "clerc client clos cloche code coeur coin colin collet colonne combe commun compte comte conseil constant content contrat coq corbeau corps cote",
    "couleur coupe cour courant courrier cours court cousin couvert creation croix cuisinier date dernier dessus deux devis devoir diane dimanche",
    "dix doc doux droit duc eau ecole ecran edge effet encore enfant ensemble entree envoi epoux erreur essai est etat etape ete etoile evrard",
    "facture faible faille fait faux femme fer ferme fermier feu fevrier fils fin fleur flamme foi fond fontaine force foret forgeron forme formation",
    "fort fortune fourneau foyer frais franc france francais frere froid front fruit gaillard garde gardien gare gauche gens gentil gibert gilet gland",
    "gouverneur grand grande gras gris gros guerre guide habit haut herbe heure heureux hier hiver homme honneur humbert image imbert jamais janvier",
    "jardin jaune jeudi jeune joie joli jour juge juillet juin juste labour lac lance large latin laurier lavoir le leger lent lettre lien lieu ligne",
    "lion lire liste livre loi loin long lors loup lourd lumiere lundi lune machine mai maille main maire maison maitre mal manuel marche marchand",
    "mardi mari marin mars mars martyr matin meilleur membre menu mercier mercredi mere message messager meunier midi mien mieux mille mineur moine",
    "mois moment monde mont montagne mort mot mouton moulin moyen mur musique nation navigateur neuf neveu noel noir nom normal normand notaire note",
    "nouveau novembre noyer nuit numero octobre oiseau olive olivier ombre option or orange oui page pain paix palais panier pape par parent parfait",
    "paris parole part pas passe pasteur patron pays peintre penser pere petit petite peu piece pied pierre pin place plaine plan plat plein plus",
    "poids point poisson pont port portail porte poste pot potier pouce pour premier pres present president pret prevot prince prieur prix profil",
    "prou puits quart rate raison rang rapide recherche rendez renard repos reste riche riviere robin roche roi rose rouge rousseau route roux royal",
    "rue sable sac sage saint salle salut samedi sang sapin sauvage savoir second seigneur sel semaine senechal sens septembre sergent service seul",
    "session siecle simple site soir sol soldat soleil sonnet sorel souris statut suite suivi support sur table taille tailleur tard temps terre test",
    "tete texte tisserand titre toit tombe tour tourneur tout travail tresor trois troupe tuile utilisateur vache vague val valable valet vallee vent",
    "verger verite verre vert veuve viande vide vie vieux vigne vigneron ville vin vincent virgule visa vivant voie voile voisin voix vous vrai",
    "baker bell best black blue bright brown cook cross day error field file fox free good gray green grey hall hill home hope king knight lane law",
    "link list little long love low march may mason mill moon moore new noble north old park place pool power price rice ring rose rush screen sharp",
    "short small snow south star stone strong summer sun sweet test true user view wall water way weaver west white wild will winter wise wood world",
    "young work",
  ].flatMap((words) => words.split(" ")),
);
