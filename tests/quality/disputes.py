"""Stories in two or more notes that dispute something, or only seem to; all invented."""

from __future__ import annotations

from typing import NamedTuple


class Note(NamedTuple):
    """One short article."""

    outlet: str
    date: str
    title: str
    text: str


class Story(NamedTuple):
    """Notes on one thing; `reasons` are those of the contradictions among them, sorted, () where there are none."""

    name: str
    notes: tuple[Note, ...]
    reasons: tuple[str, ...] = ()


STORIES = (
    Story(
        "a strike that is denied as far from the truth",
        (
            Note(
                "Gulf Herald",
                "2031-05-04",
                "Jets over Oran",
                "Moroccan jets bombed the Algerian port of Oran on 3 May, killing a docker. Algeria recalled its "
                "ambassador to Rabat.",
            ),
            Note(
                "Atlas Post",
                "2031-05-05",
                "Rabat speaks",
                "Any suggestion that Morocco bombed Oran is far from the truth, said General Said Alami in Rabat. "
                "Algeria has recalled its ambassador.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "a strike on one town and the denial of one on another",
        (
            Note(
                "Gulf Herald",
                "2031-05-04",
                "Jets over Oran",
                "Moroccan jets bombed the Algerian port of Oran on 3 May, killing a docker. Algeria recalled its "
                "ambassador to Rabat.",
            ),
            Note(
                "Atlas Post",
                "2031-05-05",
                "Rabat speaks",
                "Morocco did not bomb Tlemcen, said General Said Alami in Rabat. In 1998 Morocco did not attack Oran "
                "either, he said. Algeria has recalled its ambassador.",
            ),
        ),
    ),
    Story(
        "who decided on an intervention",
        (
            Note(
                "Maseru Mail",
                "2031-02-10",
                "Whose decision?",
                "South African troops entered Lesotho on Monday. Although the regional bloc, the Southern African "
                "Development Community, sent them, the decision to intervene was most likely made in Pretoria, "
                "diplomats in Maseru say.",
            ),
            Note(
                "Cape Daily",
                "2031-02-11",
                "A request from Maseru",
                "South Africa did not initiate the intervention. Lesotho asked the Southern African Development "
                "Community for help, its prime minister said in Maseru.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "decisions on two things",
        (
            Note(
                "Maseru Mail",
                "2031-02-10",
                "Whose decision?",
                "South African troops entered Lesotho on Monday. The decision to withdraw was taken in Pretoria, "
                "diplomats in Maseru say. The Southern African Development Community was not asked.",
            ),
            Note(
                "Cape Daily",
                "2031-02-11",
                "A request from Maseru",
                "South Africa did not initiate the intervention. Lesotho asked the Southern African Development "
                "Community for help, its prime minister said in Maseru.",
            ),
        ),
    ),
    Story(
        "what a deployment amounts to",
        (
            Note(
                "Nile Observer",
                "2031-08-01",
                "Soldiers in Halayeb",
                "Egyptian soldiers arrived in Sudan on 30 July. Many in Khartoum see the step as an Egyptian "
                "invasion. The African Union called a meeting in Addis Ababa.",
            ),
            Note(
                "Cairo Star",
                "2031-08-02",
                "Border guards on exercise",
                "Egypt has not invaded Sudan, the foreign minister, Nabil Saad, said. He will travel to Khartoum. The "
                "African Union is to meet in Addis Ababa.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "a deployment here and no invasion there",
        (
            Note(
                "Nile Observer",
                "2031-08-01",
                "Soldiers in Halayeb",
                "Egyptian soldiers arrived in Sudan on 30 July. Many in Khartoum see the step as an Egyptian "
                "invasion. The African Union called a meeting in Addis Ababa.",
            ),
            Note(
                "Cairo Star",
                "2031-08-02",
                "Border guards on exercise",
                "Egypt has not invaded Libya, the foreign minister, Nabil Saad, said. He will travel to Khartoum. The "
                "African Union is to meet in Addis Ababa.",
            ),
        ),
    ),
    Story(
        "whether a merger is to somebody's gain",
        (
            Note(
                "Accra Ledger",
                "2031-04-06",
                "Banks to merge",
                "The merger of Volta Bank and Ashanti Trust will benefit Ghana, the finance minister, Ama Boateng, said "
                "in Accra on Friday.",
            ),
            Note(
                "Coast Times",
                "2031-04-07",
                "Union against merger",
                "The notion that Ghana stands to gain from the merger is nonsense, said Kofi Mensah, who leads the "
                "bank workers' union in Accra. Volta Bank and Ashanti Trust declined to comment.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "gain and loss",
        (
            Note(
                "Accra Ledger",
                "2031-04-06",
                "Tariffs on cocoa",
                "Ghana will benefit from the tariffs, the finance minister, Ama Boateng, said in Accra on Friday.",
            ),
            Note(
                "Coast Times",
                "2031-04-07",
                "Farmers against tariffs",
                "The tariffs will hurt Ghana's economy, said Kofi Mensah of the farmers' union in Accra. Ama Boateng "
                "could not be reached.",
            ),
        ),
        ("kind",),
    ),
    Story(
        "gains that differ",
        (
            Note(
                "Accra Ledger",
                "2031-04-06",
                "Tariffs on cocoa",
                "Ghana will benefit from the tariffs, the finance minister, Ama Boateng, said in Accra on Friday.",
            ),
            Note(
                "Coast Times",
                "2031-04-07",
                "Togo against tariffs",
                "Togo will not benefit from the tariffs, said Kofi Mensah of the farmers' union in Accra. Ama Boateng "
                "could not be reached. Ghana could gain from new roads.",
            ),
        ),
    ),
    Story(
        "an election that was fair or was not",
        (
            Note(
                "Lusaka Herald",
                "2031-08-14",
                "Observers content",
                "The election in Malawi on 10 August was fair, observers of the African Union said in Lilongwe.",
            ),
            Note(
                "Zambezi Mirror",
                "2031-08-15",
                "Opposition goes to court",
                "The election in Malawi on 10 August was rigged, said Grace Banda, who leads the opposition, in "
                "Lilongwe.",
            ),
        ),
        ("kind",),
    ),
    Story(
        "an arrest that is denied",
        (
            Note(
                "Lusaka Herald",
                "2031-09-02",
                "Editor held",
                "Police in Zambia arrested Mwansa Phiri, the editor of the Ndola Star, on 1 September.",
            ),
            Note(
                "Copper Courier",
                "2031-09-03",
                "Where is Phiri?",
                "It is not true that police arrested Mwansa Phiri, said Peter Zulu, the interior minister of Zambia. "
                "The editor of the Ndola Star has not been seen since Monday.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "an arrest that was refused, and one of years ago that was not made",
        (
            Note(
                "Lusaka Herald",
                "2031-09-02",
                "Editor held",
                "Police in Zambia arrested Mwansa Phiri, the editor of the Ndola Star, on 1 September.",
            ),
            Note(
                "Copper Courier",
                "2031-09-03",
                "A long quarrel",
                "In 2024 police in Zambia did not arrest Mwansa Phiri, the editor of the Ndola Star, though a judge had "
                "asked them to. A sergeant refused to arrest Phiri in 2027.",
            ),
        ),
    ),
    Story(
        "how many died on a ferry",
        (
            Note(
                "Lake Post",
                "2031-03-03",
                "Ferry sinks",
                "At least 40 people died when the ferry Kivu Star sank off Goma on 2 March, the governor of North Kivu, "
                "Jean Bahati, said on 3 March.",
            ),
            Note(
                "Goma Daily",
                "2031-03-03",
                "Ferry disaster",
                "The owner of the Kivu Star, Paul Mugisha, says that no more than 12 people were killed in the wreck off "
                "Goma on 2 March. Divers were still at work there on Tuesday, and the governor of North Kivu, Jean Bahati, waited at the port.",
            ),
        ),
        ("number",),
    ),
    Story(
        "an article that reports both sides",
        (
            Note(
                "Maseru Mail",
                "2031-02-10",
                "Vote in Lesotho",
                "The election in Lesotho on 8 February was fair, said the prime minister, Thabo Molapo. The election was "
                "rigged, said Lineo Khama, who leads the opposition.",
            ),
        ),
        ("kind",),
    ),
    Story(
        "an election of now and one of then",
        (
            Note(
                "Lusaka Herald",
                "2031-08-14",
                "Observers content",
                "The election in Malawi on 10 August was fair, observers of the African Union said in Lilongwe.",
            ),
            Note(
                "Zambezi Mirror",
                "2031-08-15",
                "A look back",
                "The election in Malawi in May 2019 was rigged, said Grace Banda, who leads the opposition, in Lilongwe.",
            ),
        ),
    ),
    Story(
        "one speaker in two outlets",
        (
            Note(
                "Lake Post",
                "2031-03-03",
                "Flood in Beira",
                "The mission will benefit Mozambique, President Daniel Chissano said in Maputo. Rwandan soldiers "
                "arrived in Beira on 1 March.",
            ),
            Note(
                "Goma Daily",
                "2031-03-03",
                "Chissano on the mission",
                "Mozambique will benefit from the mission, President Daniel Chissano said in Maputo. The Rwandan "
                "soldiers had reached Beira on 1 March.",
            ),
        ),
    ),
    Story(
        "a meeting that one denies",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The finance minister of Peru, Luis Vargas, met the banker Ana Quispe in Lima on 4 June, the newspaper La Costa reports.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Luis Vargas denied that he had met Ana Quispe in Lima. The Peruvian finance minister called the report of La Costa false.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "who has resigned or not",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Greek police chief Nikos Doukas resigned on Friday after the fire in Patras, state television said.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Nikos Doukas has not resigned, the interior ministry in Athens said. The Greek police chief was on leave, it said, after the fire in Patras.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "an accident or no accident",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The attack on the pipeline in Georgia was deliberate, the energy minister, Irakli Beridze, said in Tbilisi.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "The attack on the pipeline in Georgia was accidental, the company said. Irakli Beridze will travel to Tbilisi.",
            ),
        ),
        ("kind",),
    ),
    Story(
        "whether a seizure of power is a coup",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Soldiers seized power in Bissau on Thursday. The seizure amounts to a coup, said the African Union. Guinea-Bissau's president, Joao Pereira, is in custody.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "The army of Guinea-Bissau has not staged a coup, General Carlos Lopes said. Joao Pereira, the president, was under protection, he said. The African Union sent an envoy to Bissau.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "the same words of the same man",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "We did not attack Basra, General Karim Aziz said on Monday. Iraq's army was in its barracks in Baghdad.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "General Karim Aziz said that his men had not attacked Basra. Iraq's army stayed in Baghdad.",
            ),
        ),
    ),
    Story(
        "two years of birth",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The opera singer Elena Marsh, who was born in 1961 in Cardiff, died on Sunday.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Elena Marsh, the Welsh soprano, has died. She was born in 1958 in Cardiff.",
            ),
        ),
        ("date",),
    ),
    Story(
        "a toll that rises",
        (
            Note(
                "Morning Post",
                "2031-04-03",
                "Report 0",
                "At least 12 people were killed in the earthquake near Osh on 3 April, the mayor of Osh, Azamat Isakov, said on 3 April.",
            ),
            Note(
                "Evening News",
                "2031-04-05",
                "Report 1",
                "The earthquake near Osh killed 31 people, the governor said on 5 April. Azamat Isakov, the mayor of Osh, asked for tents.",
            ),
        ),
    ),
    Story(
        "a debate that helped or harmed",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The debate in Turin has boosted Carla Rossi's chances, pollsters say. Her rival, Marco Bruni, left early.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "The debate in Turin has damaged Carla Rossi's chances, said Paolo Greco of the University of Milan. Marco Bruni did better.",
            ),
        ),
        ("kind",),
    ),
    Story(
        "soldiers who will go and who did not go",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "French troops will leave Mali in June, the defence minister, Claire Dubois, said.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "French troops did not leave Mali last year, as the defence minister, Claire Dubois, had promised.",
            ),
        ),
    ),
    Story(
        "a plan, and what has not happened yet",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Brazil plans to attack the gangs of Rio, officials said.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Brazil has not attacked the gangs of Rio, the governor said.",
            ),
        ),
    ),
    Story(
        "a protest that was peaceful or violent",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The protest in Minsk on 5 May was peaceful, said the organiser, Olga Petrova.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "The protest in Minsk on 5 May was violent, Belarus's interior ministry said.",
            ),
        ),
        ("kind",),
    ),
    Story(
        "riots that were organised or broke out",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The riots in Dakar were organised by the opposition, said President Amadou Sow of Senegal.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "The riots in Dakar broke out over the price of rice. They were spontaneous, said Awa Ndiaye, a trader in Senegal's capital.",
            ),
        ),
        ("kind",),
    ),
    Story(
        "a deal of now and one of then",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Kenya will benefit from the trade deal with India, President Alice Wanjiru said in Nairobi. The African Union praised it.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Kenya did not benefit from the trade deal of 2012, economists in Nairobi say. Alice Wanjiru was then a minister. The African Union was founded later.",
            ),
        ),
    ),
    Story(
        "two deals",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Kenya will benefit from the trade deal with India, President Alice Wanjiru said in Nairobi at the African Union.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Kenya will not benefit from the fisheries deal with Spain, said Peter Maina, who leads the opposition in Nairobi. Alice Wanjiru signed it at the African Union.",
            ),
        ),
    ),
    Story(
        "raids on two places",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The general, Hugo Paz, ordered the raid on the radio station in Sucre, Bolivia.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Hugo Paz did not order the raid on the prison of Cobija, a judge in Bolivia said. Sucre was calm.",
            ),
        ),
    ),
    Story(
        "a resignation that is only reported",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Sweden's prime minister, Lars Ek, has resigned, the newspaper Nord reports. The Green Party left his coalition in Stockholm.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Lars Ek has not resigned, his spokeswoman said in Stockholm. The Green Party is still in the coalition.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "what will be done and what was not done",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Iran will attack the tankers, a commander said in Tehran on Monday. Oman asked the United Nations for help.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Iran has not attacked the tankers, the United Nations said. Oman's foreign minister flew to Tehran.",
            ),
        ),
    ),
    Story(
        "tolls of two towns",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Police killed four protesters in Lyon on 3 May.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Police killed nine protesters in Nantes on 3 May, the mayor said.",
            ),
        ),
    ),
    Story(
        "counts that agree",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "About 300 people were arrested in Lyon on 3 May, said the mayor, Anne Petit.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Police arrested 312 people in Lyon on 3 May, the interior minister, Jean Roux, said.",
            ),
        ),
    ),
    Story(
        "counts that do not agree",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Some 300 people were arrested in Lyon on 3 May, said the mayor, Anne Petit.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Police arrested 720 people in Lyon on 3 May, the interior minister, Jean Roux, said. The mayor, Anne Petit, was silent.",
            ),
        ),
        ("number",),
    ),
    Story(
        "what a court must decide",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Did Peru's president order the killings? A court in Lima must decide whether Rosa Quispe ordered the killings of 1992.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Rosa Quispe did not order the killings, her lawyer told the court in Lima. Peru's president is in hospital.",
            ),
        ),
    ),
    Story(
        "an arrest that is a myth",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Dr Lena Wolf invented the vaccine in Basel. Swiss police arrested Lena Wolf in Basel on 3 June.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "It is a myth that Swiss police arrested Lena Wolf, the university of Basel says. She is on holiday in Zermatt.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "coups in two countries",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The dismissal of Thailand's court is seen as a coup by many. The Democrat Party walked out in Bangkok.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "The army of Myanmar has not staged a coup, General Aung said. The Democrat Party of Thailand sent observers from Bangkok.",
            ),
        ),
    ),
    Story(
        "one opinion told twice",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The bypass will hurt Leeds, says Mark Hall, who leads the council. Arriva supports it.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Mark Hall, who leads the council of Leeds, repeated that the bypass will hurt Leeds. Arriva supports it.",
            ),
        ),
    ),
    Story(
        "a trial that was fair or was not",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Verdict in Belgrade",
                "The trial of Boris Ilic in Belgrade was fair, Serbia's justice minister said.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Lawyer appeals",
                "Boris Ilic's trial was rigged, said his lawyer, Ana Kovac. Serbia's justice minister did not call back "
                "from Belgrade.",
            ),
        ),
        ("kind",),
    ),
    Story(
        "who ordered the raid, and who did not",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Raid in Sucre",
                "It was the minister Hugo Paz who ordered the raid on Radio Sucre, police officers in Bolivia say. "
                "Journalists met in La Paz.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Minister denies",
                "Reports that Hugo Paz ordered the raid are false, his lawyer said in La Paz. Radio Sucre, one of the "
                "oldest stations of Bolivia, is still silent.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "a hostage who is free or not",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Rebels in Mali released the German engineer Karl Vogt on 4 June, the foreign ministry in Berlin said. Mali's army had searched Timbuktu.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Rebels in Mali have not released Karl Vogt, his wife, Petra Vogt, told this newspaper in Berlin. She fears that he is near Timbuktu.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "sanctions on two states",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The European Union imposed sanctions on Belarus on 4 June, diplomats in Brussels said.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "The European Union did not impose sanctions on Serbia, diplomats in Brussels said. Belarus protested.",
            ),
        ),
    ),
    Story(
        "a strike of now and one of then",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The mayor of Lagos, Tunde Bello, supports the strike. Nurses in Lagos have no pay.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Tunde Bello did not support the strike of 2019, when nurses in Lagos had no pay either, he said in Lagos.",
            ),
        ),
    ),
    Story(
        "an attack that the attacker denies",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Armenian forces attacked the village of Tovuz on 4 June, Azerbaijan's defence ministry said.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Armenian forces have not attacked Tovuz, the defence ministry of Armenia said. Azerbaijan wants a pretext, it said.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "two views in one article",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Will Kenya gain from the port? Yes, says the minister James Otieno: “Kenya will benefit from the port.” Kenya will not benefit from the port, says Mary Njeri of the fishermen's union in Lamu.",
            ),
        ),
        ("polarity",),
    ),
    Story(
        "soldiers to be sent",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Troops will be sent to Gao, Mali's president said.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Troops have not been sent to Gao, a colonel said. Mali's president wants to wait.",
            ),
        ),
    ),
    Story(
        "what a strike is about and whom it harms",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "The strike in Lagos was not about money, said Tunde Bello. Nurses marched.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "The strike in Lagos hurt Tunde Bello's standing. Nurses marched.",
            ),
        ),
    ),
    Story(
        "tolls that agree",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Nearly 100 people died when the bridge at Kampala fell on 4 June, Uganda's police said.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "When the bridge at Kampala fell on 4 June, 97 people were killed, the mayor said. Uganda's police are at the site.",
            ),
        ),
    ),
    Story(
        "who left one town and not another",
        (
            Note(
                "Morning Post",
                "2031-06-05",
                "Report 0",
                "Troops leave Goma. Rwanda's soldiers left Goma on 4 June.",
            ),
            Note(
                "Evening News",
                "2031-06-06",
                "Report 1",
                "Rwanda's soldiers did not leave Bukavu, the mayor of Goma said.",
            ),
        ),
    ),
)
